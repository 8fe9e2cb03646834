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

    // Each has kernels of its own.
    private const int MostCases = 16;

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

        CheckNamesOfWeights(method, signature, attribute, problems);
        ConstructorRules.Check(type, WeightingParser.IsConstructed(attribute) ? FormulaTypes.ElementOf(FormulaTypes.ResultOf(method.ReturnType)!) : null, signature.Parameters, problems, cancellation);
        ITypeSymbol element = FormulaTypes.ResultOf(method.ReturnType)!;
        SourceModels? sources = model is null ? null : new SourceModels(model);
        LossTotal? total = totalMethod is null ? null : TotalParser.Parse(totalMethod, method, signature.Parameters, sources, problems, cancellation);
        EquatableArray<FormulaCase>? bodies = sources is null
            ? EquatableArray.Of(FormulaCase.Only(Summands(new Constant(0, signature.Result), method)))
            : Read(type, method, signature, total, shape, sources, problems, cancellation);
        if (bodies is not { } cases || reduction is null || (totalMethod is not null && total is null))
        {
            return default;
        }

        if (attribute.Name.Loss == LossKind.CustomAlongAxis)
        {
            LabelUses uses = sources is null ? LabelUses.In(method, signature, cancellation) : LabelUses.In(cases, signature);
            signature = signature with { Inputs = uses.Inputs };
            cases = cases.Select(each => each with { Summands = each.Summands.Select(uses.Resolved).ToEquatableArray() }).ToEquatableArray();
        }

        CheckLabels(method, attribute, signature, shape, problems);
        CustomFormula formula = attribute.Name.Loss switch
        {
            LossKind.CustomOverClasses => AxisFormula.OverClasses(signature.Inputs, signature.Parameters, cases, total, reduction.Value),
            LossKind.CustomAlongAxis => AxisFormula.OfSpans(signature.Inputs, signature.Parameters, cases, total, reduction.Value),
            _ => new ElementwiseFormula(signature.Inputs, signature.Parameters, cases, total, reduction.Value),
        };
        return new ParsedDefinition(formula, FormulaTypes.ElementOf(element), signature.Inputs);
    }

    // Weights are a parameter of each call, or of the constructor, which keeps them in a field.
    private static void CheckNamesOfWeights(IMethodSymbol method, FormulaSignature signature, LossAttributeData attribute, ProblemList problems)
    {
        string? ofCall = WeightingParser.AreGivenToEachCall(attribute) ? signature.Inputs.Select(static input => input.Name).FirstOrDefault(static name => name == Weighting.Parameter) : null;
        string? ofConstructor = WeightingParser.IsConstructed(attribute) ? signature.Parameters.Select(static parameter => parameter.Name).FirstOrDefault(static name => name is Weighting.Parameter or Weighting.Field) : null;
        if ((ofCall ?? ofConstructor) is { } clash)
        {
            Location place = method.Parameters.First(parameter => parameter.Name == clash).Locations[0];
            problems.Add(Descriptors.FormulaSignature, place, method.Name, $"'{clash}' is the name of the weights of {(ofCall is null ? "the constructor" : "each call")}, and cannot be that of another parameter");
        }
    }

    private static void CheckLabels(IMethodSymbol method, LossAttributeData attribute, FormulaSignature signature, TensorShape? shape, ProblemList problems)
    {
        foreach (LossInput labels in signature.Inputs.Where(static input => input.Kind == InputKind.Labels))
        {
            if (shape is not null)
            {
                LabelParser.Check(method.Parameters.First(parameter => parameter.Name == labels.Name), labels.Type!.Value, shape, attribute, problems);
            }
        }
    }

    // The formula in each case; null if a problem was found.
    private static EquatableArray<FormulaCase>? Read(INamedTypeSymbol type, IMethodSymbol method, FormulaSignature signature, LossTotal? total, TensorShape? shape, SourceModels sources, ProblemList problems, CancellationToken cancellation)
    {
        IReadOnlyList<EquatableArray<CaseValue>> cases = signature.Cases;
        if (cases.Count > MostCases)
        {
            problems.Add(Descriptors.FormulaSignature, method.Locations[0], method.Name, $"its parameters have {cases.Count} values together, each of which is compiled by itself, but {MostCases} at most are possible");
            return null;
        }

        var found = new FormulaProblems(type, sources, problems, cancellation);
        int classes = shape is { ClassAxis: not null } ? shape.Classes : 0;
        List<FormulaCase> read = [];
        foreach (EquatableArray<CaseValue> values in cases)
        {
            FormulaReader reader = new(sources, method, parameter => signature.MeaningOf(parameter, values), signature.Inputs.Select(static input => input.Name), classes, found, cancellation);
            if (reader.Read() is { } value)
            {
                read.Add(new FormulaCase(values, Summands(value, method)));
            }
        }

        if (read.Count < cases.Count || problems.HasErrors)
        {
            return null;
        }

        Dependence.Check(method, signature, read, total, found);
        return read.ToEquatableArray();
    }

    private static EquatableArray<Expr> Summands(Expr value, IMethodSymbol method) =>
        value is Several several ? several.Values : Enumerable.Repeat(value, FormulaTypes.CountOf(method.ReturnType)).ToEquatableArray();

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
