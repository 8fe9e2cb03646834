namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>What a text turned out to be.</summary>
internal enum TextKind
{
    /// <summary>Sound C# in which every loss is generated.</summary>
    Accepted,

    /// <summary>Sound C# in which the analyzer reports a loss.</summary>
    Refused,

    /// <summary>Sound C# in which no class carries a loss attribute.</summary>
    WithoutLoss,

    /// <summary>What C# itself rejects.</summary>
    NotCSharp,
}

/// <summary>What came of a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="Losses">The attributes of the generated classes.</param>
/// <param name="Ids">The ids that the analyzer reported, and of what is no C# those of the compiler's errors, each once.</param>
/// <param name="Fault">Which promise is broken, in words that do not depend on the text; null where all are kept.</param>
/// <param name="Details">What exactly was found.</param>
internal sealed record TextOutcome(DeclarationText Text, TextKind Kind, IReadOnlyList<string> Losses, IReadOnlyList<string> Ids, string? Fault, string Details);
