using LossGen.Generator.Losses;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>The result of reading the declaration on one part of a class.</summary>
/// <param name="Part">The part of the class with the attribute.</param>
/// <param name="Spec">What it declares; null if it is not valid.</param>
/// <param name="IsWrong">Whether there is an error to report.</param>
internal sealed record ReadDeclaration(TypeDeclarationSyntax Part, LossSpec? Spec, bool IsWrong);
