namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>The kind of a text, as compiled.</summary>
internal enum TextKind
{
    /// <summary>Sound C# in which every loss is generated.</summary>
    Accepted,

    /// <summary>Sound C# in which the analyzer reports a loss.</summary>
    Refused,

    /// <summary>Sound C# in which no class carries a loss attribute.</summary>
    WithoutLoss,

    /// <summary>Text that C# itself rejects.</summary>
    NotCSharp,
}

/// <summary>The outcome of a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Losses">The attributes of the generated classes.</param>
/// <param name="Ids">The ids that the analyzer reported or, for invalid C#, those of the compiler's errors, each once.</param>
/// <param name="Fault">The broken promise, in words that do not depend on the text; null if all are kept.</param>
/// <param name="Details">What exactly was found.</param>
internal sealed record TextOutcome(DeclarationText Text, TextKind Kind, IReadOnlyList<string> Losses, IReadOnlyList<string> Ids, string? Fault, string Details);
