using LossGen.Generator.Losses;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>What became of the declaration that one part of a class bears.</summary>
/// <param name="Part">The part of the class with the attribute.</param>
/// <param name="Spec">What it declares; null where it means nothing.</param>
/// <param name="IsWrong">Whether there is an error to report.</param>
internal sealed record ReadDeclaration(TypeDeclarationSyntax Part, LossSpec? Spec, bool IsWrong);
