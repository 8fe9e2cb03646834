using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>Checks that a class can be given the constructor that takes its weights, and the field that keeps them.</summary>
internal static class WeightsConstructorRules
{
    public static void Check(INamedTypeSymbol type, ElementKind? element, ProblemList problems, CancellationToken cancellation)
    {
        TypeDeclarationSyntax[] declarations = CarrierRules.Declarations(type, cancellation);
        bool hasPrimaryConstructor = declarations.Any(static declaration => declaration.ParameterList is not null);
        if (declarations.FirstOrDefault() is { } declaration && Obstacle(type, hasPrimaryConstructor, element) is { } obstacle)
        {
            problems.Add(Descriptors.ClassCannotCarryLoss, declaration.Identifier.GetLocation(), type.Name, obstacle);
        }
    }

    private static string? Obstacle(INamedTypeSymbol type, bool hasPrimaryConstructor, ElementKind? element) =>
        type.Name == Weighting.WeightsField ? "it has the name of the field that would keep its weights"
        : type.GetMembers(Weighting.WeightsField).Any(static member => !CarrierRules.IsGenerated(member))
            ? "it has a member '" + Weighting.WeightsField + "' of its own, the name of the field that would keep its weights"
        : hasPrimaryConstructor ? "it has a primary constructor, which the generated one that takes its weights cannot call"
        : type.InstanceConstructors.Any(constructor => TakesSpan(constructor, element) && !CarrierRules.IsGenerated(constructor))
            ? "it has a constructor of its own with one ReadOnlySpan<" + (element == ElementKind.Double ? "double" : "float") + ">, as the generated one that takes its weights"
        : type.BaseType is { TypeKind: TypeKind.Class } @base && !@base.InstanceConstructors.Any(NeedsNoArgument)
            ? "its base class '" + @base.Name + "' has no constructor without parameters for the generated one, which takes its weights, to call"
        : null;

    // A parameter passed by reference makes another signature.
    private static bool TakesSpan(IMethodSymbol constructor, ElementKind? element) =>
        constructor.Parameters is [{ RefKind: RefKind.None, Type: INamedTypeSymbol { Name: "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } span }]
        && element is { } kind
        && span.TypeArguments[0].SpecialType == (kind == ElementKind.Double ? SpecialType.System_Double : SpecialType.System_Single);

    private static bool NeedsNoArgument(IMethodSymbol constructor) => constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams);
}
