using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>Checks that a class can be given the constructor that takes its weights, and the field that keeps them.</summary>
internal static class WeightsConstructorRules
{
    public static void Check(INamedTypeSymbol type, ElementKind? element, ProblemList problems, CancellationToken cancellation)
    {
        TypeDeclarationSyntax[] declarations = CarrierRules.Declarations(type, cancellation);
        if (declarations.Length > 0 && Obstacle(type, declarations, element, cancellation) is { } obstacle)
        {
            problems.Add(Descriptors.ClassCannotCarryLoss, obstacle.Place, type.Name, obstacle.Reason);
        }
    }

    private static (Location Place, string Reason)? Obstacle(
        INamedTypeSymbol type, TypeDeclarationSyntax[] declarations, ElementKind? element, CancellationToken cancellation)
    {
        Location name = declarations[0].Identifier.GetLocation();
        return
            type.Name == Weighting.Field ? (name, "it has the name of the field that would keep its weights")
            : type.GetMembers(Weighting.Field).FirstOrDefault(static member => !CarrierRules.IsGenerated(member)) is { } member
                ? (member.Locations[0], "it has a member '" + Weighting.Field + "' of its own, the name of the field that would keep its weights")
            : declarations.Select(static declaration => declaration.ParameterList).FirstOrDefault(static parameters => parameters is not null) is { } primary
                ? (primary.GetLocation(), "it has a primary constructor, which the generated one that takes its weights cannot call")
            : type.InstanceConstructors.FirstOrDefault(constructor => TakesSpan(constructor, element) && !CarrierRules.IsGenerated(constructor)) is { } same
                ? (same.Locations[0], "it has a constructor of its own with one ReadOnlySpan<" + (element == ElementKind.Double ? "double" : "float") + ">, as the generated one that takes its weights")
            : CarrierRules.Inherited(type, Weighting.Field).Any() ? (name, "it inherits a member '" + Weighting.Field + "', which the field that would keep its weights hides")
            : type.BaseType is { TypeKind: TypeKind.Class } @base && !@base.InstanceConstructors.Any(constructor => CanBeCalled(constructor, type))
                ? (name, "its base class '" + @base.Name + "' has no plain constructor without parameters for the generated one, which takes its weights, to call")
            : type.InstanceConstructors.FirstOrDefault(constructor => LeavesWeightsUnset(constructor, cancellation)) is { } unset
                ? (unset.Locations[0], "its own constructor does not call the generated one that takes its weights, as ': this(weights)' would")
            : null;
    }

    // A parameter passed by reference makes another signature.
    private static bool TakesSpan(IMethodSymbol constructor, ElementKind? element) =>
        constructor.Parameters is [{ RefKind: RefKind.None, Type: INamedTypeSymbol span }]
        && SystemTypes.IsReadOnlySpan(span)
        && element is { } kind
        && span.TypeArguments[0].SpecialType == (kind == ElementKind.Double ? SpecialType.System_Double : SpecialType.System_Single);

    // Whoever calls another constructor of the class ends at the generated one. A record's copy constructor, which may call none, copies the field as it copies others.
    private static bool LeavesWeightsUnset(IMethodSymbol constructor, CancellationToken cancellation) =>
        !CarrierRules.IsGenerated(constructor)
        && !(constructor.ContainingType.IsRecord && constructor.Parameters is [var original] && SymbolEqualityComparer.Default.Equals(original.Type, constructor.ContainingType))
        && constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is ConstructorDeclarationSyntax own && own.Initializer?.IsKind(SyntaxKind.ThisConstructorInitializer) != true);

    // Without parameters, as of several with optional ones C# could not choose; and without an attribute that asks something of its caller.
    private static bool CanBeCalled(IMethodSymbol constructor, INamedTypeSymbol by) =>
        constructor.Parameters.IsEmpty
        && constructor.DeclaredAccessibility is var accessibility
        && (accessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            || (accessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, by.ContainingAssembly))
            || TypeParser.Chain(by).Contains(constructor.ContainingType, SymbolEqualityComparer.Default))
        && !constructor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute" or "SetsRequiredMembersAttribute");
}
