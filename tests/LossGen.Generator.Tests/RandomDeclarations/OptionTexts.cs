using CsCheck;
using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Values for the options of losses that are made from templates, and for their reduction.</summary>
internal static class OptionTexts
{
    private static readonly Aspect Number = Aspect.Of(
        ["0.5", "1", "1f", "0x1", "(double)0.25m", "Sizes.One", "2 / 4.0", "1e-3", "'\\u0001'", "1L"],
        ["double.NaN", "double.PositiveInfinity", "1e39", "double.NegativeInfinity", "0.0 / 0", "-1e300"],
        ["1m", "\"1\"", "null", "true", "new double[] { 1 }", "", "1e", "x => x", "(1, 2)", "1 / 0"]);

    private static readonly Aspect Integer = Aspect.Of(
        ["1", "2", "1 + 1", "'\\u0002'", "(int)1.5", "(byte)2"],
        ["0", "3", "-1", "int.MaxValue", "default"],
        ["1.0", "2L", "null", "\"2\"", "true", "", "3 / 0"]);

    private static readonly Aspect Truth = Aspect.Of(
        ["true", "false", "!true", "1 > 2", "default"],
        ["true ^ false"],
        ["1", "null", "\"true\"", "True", "", "0 == 0.0 ? 1 : 0"]);

    private static readonly Aspect Reduction = Aspect.Of(
        ["LossReduction.Mean", "LossReduction.MeanElements", "LossReduction.Sum", "(LossReduction)2", "0", "global::LossGen.LossReduction.Sum"],
        ["(LossReduction)3", "(LossReduction)(-1)", "~LossReduction.Sum"],
        ["LossReduction.Max", "Mean", "1", "null", "LossReduction.", "true", ""]);

    private static readonly Aspect Numbers = Aspect.Of(
        ["new[] { 1.0, 3 }", "new double[] { 1, 0.5, 7 }", "[1, 2]", "new double[2] { 0, 'a' }", "[Sizes.One, 2f]", "new[] { 2.5 }"],
        ["new double[0]", "[]", "null!", "[1, -1]", "new[] { double.NaN, 1e39 }"],
        ["1.0", "new[] { 1, 2 }", "[\"1\"]", "new float[] { 1, 2 }", "", "[1, 2", "new double[,] { { 1 } }"]);

    /// <summary>The attributes that have options.</summary>
    public static string[] Losses { get; } = [.. LossAttributeName.All.Where(static name => name.Template is not null).Select(static name => name.ShortName)];

    /// <summary>Those of them that have a class axis.</summary>
    public static string[] AlongAxis { get; } = [.. LossAttributeName.All.Where(static name => name.Template?.IsAlongAxis == true).Select(static name => name.ShortName)];

    /// <summary>Those of them that have labels.</summary>
    public static string[] Labelled { get; } = [.. LossAttributeName.All.Where(static name => name.Template?.Inputs.Any(static input => input.Kind == Model.InputKind.Labels) == true).Select(static name => name.ShortName)];

    /// <summary>Some of the options of a loss, each as <c>name = value</c>; none for a loss without any.</summary>
    public static Gen<List<string>> Some(string loss, Taste taste) =>
        LossAttributeName.All.FirstOrDefault(name => name.ShortName == loss) is not { } named || (named.Template is null && named.Options.Count == 0)
            ? Gen.Const(new List<string>())
            : named.Options.Select(option => Maybe(option.Name, Of(option.Type), taste))
                .Concat(named.Template is null ? [] : [Maybe("Reduction", Reduction, taste)])
                .Concat(named.Template?.PerClass is { } perClass ? [Maybe(perClass.Name, Numbers, taste)] : [])
                .Aggregate(
                    Gen.Const(new List<string>()),
                    static (all, next) =>
                        from given in all
                        from option in next
                        select option is null ? given : [.. given, option]);

    private static Aspect Of(OptionType type) => type switch
    {
        OptionType.Integer => Integer,
        OptionType.Truth => Truth,
        _ => Number,
    };

    private static Gen<string?> Maybe(string name, Aspect value, Taste taste) =>
        Gen.Frequency<string?>((1, Gen.Const((string?)null)), (1, value.At(taste).Select(text => (string?)$"{name} = {text}")));
}
