using System.Collections.Immutable;
using LossGen.Generator.Losses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>
/// What a declaration means, or why it means nothing. An error among the problems and a spec exclude each other; neither
/// is there where the attribute is not yet valid C#, which the compiler itself reports.
/// </summary>
internal readonly record struct ParsedLoss(LossSpec? Spec, ImmutableArray<Diagnostic> Problems);
