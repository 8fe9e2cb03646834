using System.Collections.Immutable;
using LossGen.Generator.Declarations.Formulas;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>Checks that a class can be given a constructor that takes weights or parameters, and the fields that keep them.</summary>
internal static class ConstructorRules
{
    /// <summary>Checks for the constructor that takes the weights of classes or of a data point, and the parameters of a formula; without either there is none.</summary>
    /// <param name="type">The class.</param>
    /// <param name="weights">The type of the weights; null if it takes none.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="cancellation">Asks to stop.</param>
    public static void Check(INamedTypeSymbol type, ElementKind? weights, EquatableArray<FormulaParameter> parameters, ProblemList problems, CancellationToken cancellation)
    {
        if (weights is null && parameters.Count == 0)
        {
            return;
        }

        string[] names = [.. parameters.Select(static parameter => parameter.Name)];
        string span = $"ReadOnlySpan<{(weights == ElementKind.Double ? "double" : "float")}>";
        string types = string.Join(", ", parameters.Select(static parameter => parameter.Enum?.Replace("global::", "") ?? (parameter.IsPerClass ? $"ReadOnlySpan<{parameter.Type.Keyword()}>" : parameter.Type.Keyword())));
        Check(
            type,
            weights is null ? new Constructor(names, "its parameters", $"the parameter types ({types})", string.Join(", ", names), constructor => Takes(constructor.Parameters, parameters))
                : names.Length == 0 ? new Constructor([Weighting.Field], "its weights", "one " + span, Weighting.Parameter, constructor => constructor.Parameters is [var only] && IsSpan(only, weights.Value))
                : new Constructor(
                    [Weighting.Field, .. names],
                    "its weights and parameters",
                    $"the parameter types ({span}, {types})",
                    string.Join(", ", names.Prepend(Weighting.Parameter)),
                    constructor => constructor.Parameters is [var first, .. var others] && IsSpan(first, weights.Value) && Takes(others, parameters)),
            problems,
            cancellation);
    }

    private static void Check(INamedTypeSymbol type, Constructor generated, ProblemList problems, CancellationToken cancellation)
    {
        TypeDeclarationSyntax[] declarations = CarrierRules.Declarations(type, cancellation);
        if (declarations.Length > 0 && Obstacle(type, declarations, generated, cancellation) is { } obstacle)
        {
            problems.Add(Descriptors.ClassCannotCarryLoss, obstacle.Place, type.Name, obstacle.Reason);
        }
    }

    private static (Location Place, string Reason)? Obstacle(INamedTypeSymbol type, TypeDeclarationSyntax[] declarations, Constructor generated, CancellationToken cancellation)
    {
        Location name = declarations[0].Identifier.GetLocation();
        string what = generated.What;
        return
            generated.Fields.Contains(type.Name) ? (name, $"it has the name of the field that would keep {what}")
            : generated.Fields.SelectMany(field => type.GetMembers(field)).FirstOrDefault(static member => !CarrierRules.IsGenerated(member)) is { } member
                ? (member.Locations[0], $"it has a member '{member.Name}' of its own, the name of the field that would keep {what}")
            : declarations.Select(static declaration => declaration.ParameterList).FirstOrDefault(static parameters => parameters is not null) is { } primary
                ? (primary.GetLocation(), $"it has a primary constructor, which the generated one that takes {what} cannot call")
            : type.InstanceConstructors.FirstOrDefault(constructor => generated.HasSameSignature(constructor) && !CarrierRules.IsGenerated(constructor)) is { } same
                ? (same.Locations[0], $"it has a constructor of its own with {generated.Signature}, as the generated one that takes {what}")
            : generated.Fields.FirstOrDefault(field => CarrierRules.Inherited(type, field).Any()) is { } inherited
                ? (name, $"it inherits a member '{inherited}', which the field that would keep {what} hides")
            : type.BaseType is { TypeKind: TypeKind.Class } @base && !@base.InstanceConstructors.Any(constructor => CanBeCalled(constructor, type))
                ? (name, $"its base class '{@base.Name}' has no plain constructor without parameters for the generated one, which takes {what}, to call")
            : type.InstanceConstructors.FirstOrDefault(constructor => LeavesFieldsUnset(constructor, cancellation)) is { } unset
                ? (unset.Locations[0], $"its own constructor does not call the generated one that takes {what}, as ': this({generated.Arguments})' would")
            : null;
    }

    // A parameter passed by reference makes a different signature.
    private static bool IsSpan(IParameterSymbol parameter, ElementKind element) =>
        parameter.RefKind == RefKind.None && InputTypes.OfSpan(parameter.Type) == (element == ElementKind.Double ? NumberType.Double : NumberType.Single);

    private static bool Takes(ImmutableArray<IParameterSymbol> own, EquatableArray<FormulaParameter> parameters) =>
        own.Length == parameters.Count && own.Zip(parameters, static (parameter, generated) => parameter.RefKind == RefKind.None && IsOf(parameter.Type, generated)).All(static same => same);

    private static bool IsOf(ITypeSymbol type, FormulaParameter generated) => generated.Enum is { } name
        ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == name
        : generated.IsPerClass ? InputTypes.OfSpan(type) == generated.Type
        : InputTypes.Of(type) == generated.Type;

    // A constructor that calls another one of the class ends at the generated one. A record's copy constructor, which may call none, also copies these fields.
    private static bool LeavesFieldsUnset(IMethodSymbol constructor, CancellationToken cancellation) =>
        !CarrierRules.IsGenerated(constructor)
        && !(constructor.ContainingType.IsRecord && constructor.Parameters is [var original] && SymbolEqualityComparer.Default.Equals(original.Type, constructor.ContainingType))
        && constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is ConstructorDeclarationSyntax own && own.Initializer?.IsKind(SyntaxKind.ThisConstructorInitializer) != true);

    // Without parameters, as C# could not choose among several with optional ones; and without an attribute that requires something of its caller.
    private static bool CanBeCalled(IMethodSymbol constructor, INamedTypeSymbol by) =>
        constructor.Parameters.IsEmpty
        && constructor.DeclaredAccessibility is var accessibility
        && (accessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            || (accessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, by.ContainingAssembly))
            || TypeParser.Chain(by).Contains(constructor.ContainingType, SymbolEqualityComparer.Default))
        && !constructor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute" or "SetsRequiredMembersAttribute");

    /// <summary>A constructor that is to be generated.</summary>
    /// <param name="Fields">The fields it fills.</param>
    /// <param name="What">The name of what it takes, for messages.</param>
    /// <param name="Signature">The types of its parameters, for messages.</param>
    /// <param name="Arguments">How it would be called, for messages.</param>
    /// <param name="HasSameSignature">Whether another constructor has its parameter types.</param>
    private sealed record Constructor(string[] Fields, string What, string Signature, string Arguments, Func<IMethodSymbol, bool> HasSameSignature);
}
