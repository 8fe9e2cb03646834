using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>
/// One part of a declaration: texts that are mostly fine, that LossGen should refuse, and that are wrong C#. This is a guess which only controls the
/// mix; the compiler and the analyzer decide what a text is.
/// </summary>
internal sealed record Aspect(Gen<string> Sound, Gen<string> Refused, Gen<string> Broken)
{
    /// <summary>Mostly sound, as wild as the taste says.</summary>
    public Gen<string> At(Taste taste) => taste.IsWild ? Gen.Frequency((100 - taste.Wild, Sound), (taste.Refused, Refused), (taste.Broken, Broken)) : Sound;

    /// <summary>Fixed texts, the first sound one being as likely as all others together.</summary>
    public static Aspect Of(string[] sound, string[] refused, string[] broken) =>
        new(Gen.Frequency((1, Gen.Const(sound[0])), (1, Gen.OneOf(sound))), Gen.OneOf(refused), Gen.OneOf(broken));
}
