using LossGen.Generator.Declarations.Formulas;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// Reads a loss declaration. The generator takes the spec and the analyzer the problems, so what one reports and what
/// the other declines cannot differ.
/// </summary>
internal static class LossParser
{
    /// <summary>Whether an attribute on this node can declare a loss; anything else the attribute's usage forbids.</summary>
    public static bool CanCarryLoss(SyntaxNode node) => node is ClassDeclarationSyntax || node.IsKind(SyntaxKind.RecordDeclaration);

    /// <summary>Whether the first loss attribute of the class stands at this part of it.</summary>
    public static bool IsDeclaredBy(INamedTypeSymbol type, SyntaxNode part) => Attributes(type) is [var (_, data), ..] &&
        data.ApplicationSyntaxReference is { } application && application.SyntaxTree == part.SyntaxTree && part.Span.Contains(application.Span);

    /// <summary>Reads the declaration that a class bears.</summary>
    /// <param name="type">The class.</param>
    /// <param name="model">What the file with the attribute means; null where nothing but the signature of a formula is to be read.</param>
    /// <param name="cancellation">Asks to stop.</param>
    public static ParsedLoss Parse(INamedTypeSymbol type, SemanticModel? model, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        LossSpec? spec = Parse(type, model, problems, cancellation);
        return new ParsedLoss(problems.HasErrors ? null : spec, problems.ToImmutable());
    }

    /// <summary>The same, among the other losses of the compilation: of two whose names differ only in case, neither means anything.</summary>
    public static ParsedLoss Parse(INamedTypeSymbol type, SemanticModel model, CaseTwins twins, CancellationToken cancellation)
    {
        ParsedLoss parsed = Parse(type, model, cancellation);
        return parsed.Spec is not null && twins.Find(type, cancellation) is { } twin
            ? new ParsedLoss(null, parsed.Problems.Add(Diagnostic.Create(Descriptors.NamesDifferInCase, type.Locations[0], type.ToDisplayString(), twin.ToDisplayString())))
            : parsed;
    }

    private static LossSpec? Parse(INamedTypeSymbol type, SemanticModel? model, ProblemList problems, CancellationToken cancellation)
    {
        (LossAttributeName Name, AttributeData Data)[] attributes = Attributes(type);

        // What is still without a name, or an attribute on what is no class, is the compiler's to report.
        if (attributes.Length == 0 || type.TypeKind != TypeKind.Class || !TypeParser.IsNamed(type))
        {
            return null;
        }

        CarrierRules.Check(type, problems, cancellation);
        if (attributes.Length > 1)
        {
            ReportSeveral(type, attributes, problems, cancellation);
            return null;
        }

        (LossAttributeName name, AttributeData data) = attributes[0];
        if (LossAttributeData.Read(name, data, cancellation) is not { } attribute)
        {
            return null;
        }

        ProjectRules.Check(data, attribute, model?.Compilation, problems);
        TensorShape? shape = ParseShape(attribute, problems);
        ParsedDefinition loss = name.HasFormula
            ? FormulaParser.Parse(type, attribute, shape, model, problems, cancellation)
            : BuiltInLossParser.Parse(attribute, shape, problems);
        ExactDouble? weight = WeightParser.Parse(attribute, loss.Element, problems);
        ParallelismKind? parallelism = ParallelismParser.Parse(attribute, problems);

        // For a formula, whose constructor may take parameters as well, its parser checks that there can be one.
        Weighting? weighting = WeightingParser.Parse(type, attribute, loss, shape, problems);
        if (weighting is { Source: WeightSource.Constructor } && !name.HasFormula)
        {
            ConstructorRules.Check(type, loss.Element, default, problems, cancellation);
        }

        if (loss.Definition is { } whole)
        {
            PairRules.Check(whole, loss.Inputs.Count(static input => input.HasGradient), shape, attribute, problems);
        }

        KeptLocations? kept = KeptLocationsParser.Parse(attribute, loss, shape, weighting, problems);
        (bool Each, bool Curvature)? further = FurtherMembersParser.Parse(attribute, loss, problems);
        OutputKinds? outputs = OutputsParser.Parse(attribute, loss, shape, problems);
        return shape is not null && outputs is not null && weight is not null && parallelism is not null && kept is not null && further is not null && loss is { Definition: { } definition, Element: { } element }
            ? new LossSpec(definition, TypeParser.Parse(type), shape, element, weight.Value, loss.Inputs, weighting, parallelism.Value) { Kept = kept, HasEach = further.Value.Each, HasCurvature = further.Value.Curvature, Outputs = outputs.Value, TakesTensors = TensorTypes.AreAvailable(model?.Compilation) }
            : null;
    }

    private static TensorShape? ParseShape(LossAttributeData attribute, ProblemList problems)
    {
        TensorShape? shape = ShapeParser.Parse(attribute, problems);
        return shape is not null && attribute.HasClassAxis ? ClassAxisParser.Parse(shape, attribute, problems) : shape;
    }

    private static (LossAttributeName Name, AttributeData Data)[] Attributes(INamedTypeSymbol type) =>
    [
        .. from data in type.GetAttributes()
           let name = LossAttributeName.Of(data.AttributeClass)
           where name is not null
           select (name, data),
    ];

    // The same attribute twice is already an error of C#.
    private static void ReportSeveral(
        INamedTypeSymbol type, (LossAttributeName Name, AttributeData Data)[] attributes, ProblemList problems, CancellationToken cancellation)
    {
        LossAttributeName first = attributes[0].Name;
        foreach ((LossAttributeName name, AttributeData data) in attributes.Where(attribute => attribute.Name != first))
        {
            if (data.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } syntax)
            {
                problems.Add(Descriptors.SeveralLosses, syntax.GetLocation(), type.Name, first.ShortName, name.ShortName);
            }
        }
    }
}
