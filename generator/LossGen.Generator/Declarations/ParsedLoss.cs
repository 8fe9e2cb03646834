using System.Collections.Immutable;
using LossGen.Generator.Losses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>
/// The spec of a declaration, or the problems that it has. An error among the problems and a spec exclude each other; neither
/// is there if the attribute is not yet valid C#, which the compiler itself reports.
/// </summary>
internal readonly record struct ParsedLoss(LossSpec? Spec, ImmutableArray<Diagnostic> Problems);
