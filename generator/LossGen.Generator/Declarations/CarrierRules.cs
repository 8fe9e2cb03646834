using LossGen.Generator.Declarations.Formulas;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>Checks that another part of the class, in another file, can be written and can implement a loss.</summary>
internal static class CarrierRules
{
    /// <summary>The members that every loss is given.</summary>
    public static readonly string[] GeneratedMembers = ["Forward", "Backward", "ForwardBackward", "Sums", "Total"];

    // What a loss with a total, or one that divides by weights, is given besides.
    private static readonly string[] MembersOfTotals = ["PartialSums", "NeededSums"];

    // What a loss is given if its attribute asks for it.
    private static readonly string[] MembersOfEach = ["ForwardEach", "BackwardEach"];
    private static readonly string[] MembersOfCurvature = ["ForwardBackwardCurvature", "DoubleBackward"];

    private static readonly string[] MembersOfStatistics = ["Statistics", "SumsOfStatistics", "BackwardOfStatistics"];

    private static readonly string[] NeededNamespaces = ["System", "LossGen"];

    // The namespace of kernels; anything else in it would take precedence over the names that they use.
    private static readonly string[] ReservedNamespace = ["LossGen", "Generated"];

    public static void Check(INamedTypeSymbol type, ProblemList problems, CancellationToken cancellation)
    {
        TypeDeclarationSyntax[] declarations = Declarations(type, cancellation);
        CheckPartial(type, declarations, problems);
        if (declarations.Length > 0 && Obstacle(type, declarations) is { } obstacle)
        {
            problems.Add(Descriptors.ClassCannotCarryLoss, obstacle.Place, type.Name, obstacle.Reason);
        }
    }

    /// <summary>The parts of the class.</summary>
    public static TypeDeclarationSyntax[] Declarations(INamedTypeSymbol type, CancellationToken cancellation) =>
        [.. type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>()];

    /// <summary>Whether a member is one that the generator added: the analyzer sees the class with its generated part.</summary>
    public static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments is [{ Value: "LossGen.Generator" }, ..]);

    // Always at the class itself: a fix is offered only within the declaration that is analysed, not in the type around it.
    private static void CheckPartial(INamedTypeSymbol type, TypeDeclarationSyntax[] declarations, ProblemList problems)
    {
        foreach (TypeDeclarationSyntax declaration in declarations)
        {
            Location location = declaration.Identifier.GetLocation();
            if (IsWhole(declaration))
            {
                problems.Add(Descriptors.ClassNotPartial, location, type.Name);
            }

            string[] containers =
            [
                .. declaration.Ancestors().OfType<TypeDeclarationSyntax>().Where(IsWhole)
                    .Select(static container => "'" + container.Identifier.ValueText + "'").Reverse(),
            ];
            if (containers.Length > 0)
            {
                problems.Add(Descriptors.ContainingTypeNotPartial, location, type.Name, string.Join(" and ", containers));
            }
        }
    }

    private static bool IsWhole(TypeDeclarationSyntax declaration) => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    // An obstacle is reported where it is written, or at the class's name if it is inherited or around the class.
    private static (Location Place, string Reason)? Obstacle(INamedTypeSymbol type, TypeDeclarationSyntax[] declarations)
    {
        Location name = declarations[0].Identifier.GetLocation();
        return
            type.IsStatic ? (Modifier(declarations, SyntaxKind.StaticKeyword) ?? name, "it is static, and a loss is an instance that implements ILoss")
            : type.Arity > 0 ? (declarations[0].TypeParameterList?.GetLocation() ?? name, "it is generic, and a loss is compiled for one element type")
            : TypeParser.Chain(type).Any(static link => link.IsFileLocal) ? (Modifier(declarations, SyntaxKind.FileKeyword) ?? name, "it is local to its file, and the generated part stands in another")
            : DerivesFromLoss(type) ? (name, "it derives from another loss, whose members it would hide")
            : HiddenNamespace(type) is { } hidden ? (name, "the type '" + hidden + "' in the global namespace hides the namespace of that name, which generated code needs")
            : Reserved(type) is { } reserved
                ? (name, "the project has '" + reserved + "' in the namespace " + string.Join(".", ReservedNamespace) + ", which is for generated code alone")
            : OwnMember(type) is { } member ? (member.Locations[0], "it has a member '" + member.Name + "' of its own, the name of one that it would be given")
            : Given(type).FirstOrDefault(member => Inherited(type, member).Any(WouldBeHidden)) is { } inherited
                ? (name, "it inherits a member '" + inherited + "' that the one it would be given hides")
            : Given(type).Contains(type.Name) ? (name, $"it has the name of a {(MembersOfTotals[0] == type.Name ? "type" : "method")} that it would be given")
            : null;
    }

    private static string? HiddenNamespace(INamedTypeSymbol type) =>
        NeededNamespaces.FirstOrDefault(name => !type.ContainingAssembly.GlobalNamespace.GetTypeMembers(name, arity: 0).IsEmpty);

    // All generated code there is local to its file.
    private static string? Reserved(INamedTypeSymbol type)
    {
        INamespaceSymbol? place = type.ContainingAssembly.GlobalNamespace;
        foreach (string name in ReservedNamespace)
        {
            place = place?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == name);
        }

        return place?.GetMembers().FirstOrDefault(static member => member is not INamedTypeSymbol { IsFileLocal: true })?.Name;
    }

    private static Location? Modifier(TypeDeclarationSyntax[] declarations, SyntaxKind kind) => declarations
        .SelectMany(static declaration => declaration.Modifiers)
        .Where(modifier => modifier.IsKind(kind))
        .Select(static modifier => modifier.GetLocation())
        .FirstOrDefault();

    /// <summary>The members that a loss is given; none of them may have the name of its type.</summary>
    public static IEnumerable<string> Given(INamedTypeSymbol type)
    {
        KeyValuePair<string, TypedConstant>[] properties = [.. type.GetAttributes().Where(static attribute => LossAttributeName.Of(attribute.AttributeClass) is not null).SelectMany(static attribute => attribute.NamedArguments)];
        bool dividesByKept = properties.Any(static property => property is { Key: LossProperty.Denominator, Value.Value: (int)DenominatorKind.Kept or (int)DenominatorKind.WeightSum });
        return GeneratedMembers
            .Concat(dividesByKept || type.GetMembers().Any(TotalParser.IsTotal) ? MembersOfTotals : [])
            .Concat(Has(LossProperty.Each) ? MembersOfEach : [])
            .Concat(Has(LossProperty.Curvature) ? MembersOfCurvature : [])
            .Concat(properties.Any(static property => property.Key == LossProperty.Outputs && OutputsParser.AreOfShard(property.Value.Value)) ? MembersOfStatistics : []);

        bool Has(string name) => properties.Any(property => property.Key == name && property.Value.Value is true);
    }

    private static ISymbol? OwnMember(INamedTypeSymbol type) => Given(type).SelectMany(name => type.GetMembers(name)).FirstOrDefault(static member => !IsGenerated(member) && !TotalParser.IsTotal(member));

    /// <summary>The members of that name that are inherited from base classes.</summary>
    public static IEnumerable<ISymbol> Inherited(INamedTypeSymbol type, string name) =>
        BaseTypes(type).SelectMany(link => link.GetMembers(name)).Where(static member => member.DeclaredAccessibility != Accessibility.Private);

    // A method with other parameters is an overload; the generated ones begin with a span, or one with a shape.
    private static bool WouldBeHidden(ISymbol member) => !IsGenerated(member) && member is not IMethodSymbol { Parameters: [] or [{ Type.Name: not ("ReadOnlySpan" or "ReadOnlyTensorSpan") }, ..] };

    private static bool DerivesFromLoss(INamedTypeSymbol type) =>
        BaseTypes(type).Any(static link => link.GetAttributes().Any(static attribute => LossAttributeName.Of(attribute.AttributeClass) is not null));

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? link = type.BaseType; link is not null; link = link.BaseType)
        {
            yield return link;
        }
    }
}
