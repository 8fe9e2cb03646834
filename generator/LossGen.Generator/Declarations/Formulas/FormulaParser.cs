using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the formula that a class brings: the one method marked as such, its inputs and parameters, and its value.</summary>
internal static class FormulaParser
{
    private const string Attribute = "FormulaAttribute";

    /// <summary>Reads the formula; no definition where a problem was found, or C# itself has one.</summary>
    /// <param name="type">The class.</param>
    /// <param name="attribute">The loss attribute that the formula belongs to.</param>
    /// <param name="shape">The shape that it declares, its class axis known if it has one; null where it is wrong.</param>
    /// <param name="model">What the file with the attribute means; null where the signature alone is wanted, for which the value is then 0.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="cancellation">Asks to stop.</param>
    public static ParsedDefinition Parse(INamedTypeSymbol type, LossAttributeData attribute, TensorShape? shape, SemanticModel? model, ProblemList problems, CancellationToken cancellation)
    {
        var reduction = (ReductionKind?)EnumParser.Parse(attribute, LossProperty.Reduction, (int)ReductionKind.Sum, Descriptors.UnknownReduction, problems);
        if (FindFormula(type, attribute, problems) is not { } method || Signature(method, attribute, problems, cancellation) is not { } signature || !TotalParser.Find(method, attribute, problems, out IMethodSymbol? totalMethod))
        {
            return default;
        }

        ConstructorRules.CheckParameters(type, signature.Parameters, problems, cancellation);
        ITypeSymbol element = FormulaTypes.ResultOf(method.ReturnType)!;
        SourceModels? sources = model is null ? null : new SourceModels(model);
        LossTotal? total = totalMethod is null ? null : TotalParser.Parse(totalMethod, method, signature.Parameters, sources, problems, cancellation);
        Expr? body = sources is null
            ? new Constant(0, FormulaTypes.Of(element)!.Value)
            : Read(type, method, signature, total, shape, sources, problems, cancellation);
        bool isAlongAxis = attribute.Name.Loss == LossKind.CustomAlongAxis;
        if (isAlongAxis && body is not null)
        {
            LabelUses uses = sources is null ? LabelUses.In(method, signature, cancellation) : LabelUses.In(body, signature);
            signature = signature with { Inputs = uses.Inputs };
            body = uses.Resolved(body);
        }

        CheckLabels(method, signature, shape, problems);
        if (body is null || reduction is null || (totalMethod is not null && total is null))
        {
            return default;
        }

        EquatableArray<Expr> summands = body is Several several ? several.Values : Enumerable.Repeat(body, FormulaTypes.CountOf(method.ReturnType)).ToEquatableArray();
        CustomFormula formula = attribute.Name.Loss switch
        {
            LossKind.CustomOverClasses => AxisFormula.OverClasses(signature.Inputs, signature.Parameters, summands, total),
            LossKind.CustomAlongAxis => AxisFormula.OfSpans(signature.Inputs, signature.Parameters, summands, total),
            _ => new ElementwiseFormula(signature.Inputs, signature.Parameters, summands, total, reduction.Value),
        };
        return new ParsedDefinition(formula, FormulaTypes.ElementOf(element), signature.Inputs);
    }

    private static void CheckLabels(IMethodSymbol method, FormulaSignature signature, TensorShape? shape, ProblemList problems)
    {
        foreach (LossInput labels in signature.Inputs.Where(static input => input.Kind == InputKind.Labels))
        {
            if (shape is not null)
            {
                LabelParser.CheckHolds(labels.Type!.Value, shape, method.Parameters.First(parameter => parameter.Name == labels.Name).Locations[0], problems);
            }
        }
    }

    private static Expr? Read(INamedTypeSymbol type, IMethodSymbol method, FormulaSignature signature, LossTotal? total, TensorShape? shape, SourceModels sources, ProblemList problems, CancellationToken cancellation)
    {
        var found = new FormulaProblems(type, sources, problems, cancellation);
        int classes = shape is { ClassAxis: not null } ? shape.Classes : 0;
        Expr? value = new FormulaReader(sources, method, signature.MeaningOf, signature.Inputs.Select(static input => input.Name), classes, found, cancellation).Read();
        if (value is not null && !problems.HasErrors)
        {
            Dependence.Check(method, signature, value, total, found);
        }

        return value;
    }

    // What a type that does not exist should have been is the compiler's to ask.
    private static FormulaSignature? Signature(IMethodSymbol method, LossAttributeData attribute, ProblemList problems, CancellationToken cancellation) =>
        method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType).Any(IsUnknown) ? null
        : attribute.Name.Loss switch
        {
            LossKind.CustomOverClasses => ClassAxisSignature.Parse(method, problems, cancellation),
            LossKind.CustomAlongAxis => AxisSignature.Parse(method, problems, cancellation),
            _ => FormulaSignature.Parse(method, problems, cancellation),
        };

    private static bool IsUnknown(ITypeSymbol type) => type.TypeKind == TypeKind.Error || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsUnknown));

    /// <summary>The methods of a class that are marked as its formula.</summary>
    public static IEnumerable<IMethodSymbol> Formulas(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Where(IsFormula);

    /// <summary>Whether a method is marked as a formula.</summary>
    public static bool IsFormula(IMethodSymbol method) => method.GetAttributes().Any(static data => LossAttributeName.IsOfRuntime(data.AttributeClass, Attribute));

    private static IMethodSymbol? FindFormula(INamedTypeSymbol type, LossAttributeData attribute, ProblemList problems)
    {
        IMethodSymbol[] formulas = [.. Formulas(type)];
        if (formulas.Length == 1)
        {
            return formulas[0];
        }

        if (formulas.Length == 0)
        {
            problems.Add(Descriptors.FormulaCount, attribute.Syntax.GetLocation(), type.Name, "none of its methods");
        }

        foreach (IMethodSymbol further in formulas.Skip(1))
        {
            problems.Add(Descriptors.FormulaCount, further.Locations[0], type.Name, formulas.Length + " of its methods");
        }

        return null;
    }
}
