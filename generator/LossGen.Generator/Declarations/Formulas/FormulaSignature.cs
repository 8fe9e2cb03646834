using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The signature of a formula.</summary>
/// <param name="Result">The type of the formula's value.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record FormulaSignature(IrType Result, EquatableArray<LossInput> Inputs, EquatableArray<FormulaParameter> Parameters)
{
    /// <summary>The values of the parameters that are choices, together; one without any if there are none.</summary>
    public IReadOnlyList<EquatableArray<CaseValue>> Cases => [.. Parameters.Where(static parameter => parameter.IsChoice).Aggregate(
        (IEnumerable<EquatableArray<CaseValue>>)[default],
        static (cases, parameter) => cases.SelectMany(each => parameter.Choices.Select(choice => each.Append(new CaseValue(parameter, choice)).ToEquatableArray())))];

    /// <summary>What a parameter of the formula stands for.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">The values of those that are choices.</param>
    public Expr? MeaningOf(IParameterSymbol parameter, EquatableArray<CaseValue> values)
    {
        if (values.FirstOrDefault(value => value.Parameter.Name == parameter.Name) is { } chosen)
        {
            return chosen.Parameter.Type == NumberType.Boolean ? Truth.Of(chosen.Choice.Value != 0) : KnownIntegers.Value(chosen.Choice.Value);
        }

        int input = Inputs.ToList().FindIndex(input => input.Name == parameter.Name);
        return LogitsReader.ElementOf(parameter.Type) is not null ? LogitsReader.Element(parameter)
            : InputTypes.OfSpan(parameter.Type) is { } element ? AsTruth(input >= 0
                ? SpanReader.Element(parameter.Name, IrType.Of(element).Scalar, TensorRole.Input, input)
                : SpanReader.Element(parameter.Name, IrType.Of(element).Scalar, TensorRole.Parameters, Parameters.ToList().FindIndex(scalar => scalar.Name == parameter.Name)))
            : InputTypes.Of(parameter.Type) is not { } type ? null
            : input >= 0 && Inputs[input].Kind == InputKind.Labels ? new Label(new Tensor(parameter.Name, IrType.Of(type).Scalar, TensorRole.Input, TensorLayout.Locations, input))
            : input < 0 && type.IsInteger() ? IntegerReader.Whole(new Variable(parameter.Name, IrType.Double))
            : AsTruth(new Variable(parameter.Name, IrType.Of(type)));
    }

    // A truth value in memory is a number, which is compared to become a mask.
    private Expr AsTruth(Expr held) => held.Type != IrType.Boolean ? held
        : Expr.Of(Op.Equal, held switch
        {
            Element element => element with { Type = Result },
            Variable variable => variable with { Type = Result },
            _ => held,
        }, new Constant(1.0, Result));

    /// <summary>Reads a method's signature; null if a kernel cannot have it.</summary>
    public static FormulaSignature? Parse(IMethodSymbol method, ProblemList problems, CancellationToken cancellation)
    {
        if (MethodProblem(method) is { } fault)
        {
            return Refuse(method, fault);
        }

        List<LossInput> inputs = [];
        List<FormulaParameter> parameters = [];
        bool isWhole = true;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Problem(parameter, parameters, isFirst: inputs.Count == 0) is { } problem)
            {
                problems.Add(Descriptors.FormulaSignature, parameter.Locations[0], method.Name, "parameter '" + parameter.Name + "' " + problem);
                isWhole = false;
            }
            else if (ParameterParser.IsMarked(parameter))
            {
                FormulaParameter? scalar = ParameterParser.Parse(parameter, problems, cancellation);
                isWhole &= scalar is not null;
                parameters.AddRange(scalar is null ? [] : [scalar]);
            }
            else
            {
                inputs.Add(InputOf(parameter, InputMarks.IsLearned(parameter) ? InputKind.Learned : InputKind.Elements, InputTypes.Of(parameter.Type)!.Value, method));
            }
        }

        if (!isWhole)
        {
            return null;
        }

        if (inputs.Count is 0 or > CustomFormula.MostInputs)
        {
            return Refuse(method, $"it has {inputs.Count} inputs, but 1 to {CustomFormula.MostInputs} are possible");
        }

        return CheckGradients(method, inputs, problems) ? Of(method, inputs, parameters) : null;

        FormulaSignature? Refuse(IMethodSymbol refused, string reason)
        {
            problems.Add(Descriptors.FormulaSignature, refused.Locations[0], refused.Name, reason);
            return null;
        }
    }

    /// <summary>The signature of a method with these parameters.</summary>
    public static FormulaSignature Of(IMethodSymbol method, IEnumerable<LossInput> inputs, IEnumerable<FormulaParameter> parameters) =>
        new(FormulaTypes.Of(FormulaTypes.ResultOf(method.ReturnType))!.Value, inputs.ToEquatableArray(), parameters.ToEquatableArray());

    /// <summary>What is wrong with a method, apart from its parameters.</summary>
    public static string? MethodProblem(IMethodSymbol method) =>
        FormulaTypes.ResultOf(method.ReturnType) is null ? "it returns " + method.ReturnType.ToDisplayString() + ", but float or double is needed, or a tuple of up to " + FormulaTypes.MostResults + " of either"
        : !method.IsStatic ? "it is not static, and a formula sees nothing but its parameters"
        : method.IsAsync ? "it is asynchronous"
        : method.IsGenericMethod ? "it is generic"
        : method.ReturnsByRef || method.ReturnsByRefReadonly ? "it returns its result by reference"
        : method.IsVararg ? "it takes any number of arguments"
        : null;

    /// <summary>Whether there is a gradient, and none has the name of a parameter; reports it if not.</summary>
    public static bool CheckGradients(IMethodSymbol method, IReadOnlyList<LossInput> inputs, ProblemList problems)
    {
        if (inputs.All(static input => !input.HasGradient))
        {
            problems.Add(Descriptors.FormulaSignature, method.Locations[0], method.Name, "none of its inputs has a gradient: remove [NoGradient] from one of them");
            return false;
        }

        string[] gradients = [.. inputs.Where(static input => input.HasGradient).Select(static input => InputNames.GradientOf(input.Name))];
        if (method.Parameters.FirstOrDefault(parameter => gradients.Contains(parameter.Name)) is not { } clash)
        {
            return true;
        }

        string input = inputs.First(input => InputNames.GradientOf(input.Name) == clash.Name).Name;
        problems.Add(Descriptors.FormulaSignature, clash.Locations[0], method.Name, $"'{clash.Name}' is the name of the gradient of '{input}', and cannot be that of another parameter");
        return false;
    }

    /// <summary>The input that a parameter is.</summary>
    public static LossInput InputOf(IParameterSymbol parameter, InputKind kind, NumberType type, IMethodSymbol method) => new(
        parameter.Name,
        kind,
        type == InputTypes.Of(FormulaTypes.ResultOf(method.ReturnType)) ? null : type,
        type.IsFloating() && !InputMarks.HasNoGradient(parameter));

    /// <summary>What is wrong with the first input, by which the others are counted.</summary>
    public static string? FirstProblem(IParameterSymbol first, NumberType type) => type == InputTypes.Of(FormulaTypes.ResultOf(((IMethodSymbol)first.ContainingSymbol).ReturnType)) ? null
        : "has another type than the result: the first input, its gradient and the value are of one type";

    /// <summary>What is wrong with a parameter that must be a scalar.</summary>
    public static string? ScalarProblem(IParameterSymbol parameter, IEnumerable<FormulaParameter> before) => ParameterParser.IsMarked(parameter)
        ? Problem(parameter, before, isFirst: false)
        : "is neither the logits nor the label: mark it with [Parameter] if it is one number for all locations";

    /// <summary>What is wrong with a parameter as one of the constructor.</summary>
    public static string? ConstructorProblem(IParameterSymbol parameter, IEnumerable<FormulaParameter> before) =>
        !parameter.HasExplicitDefaultValue && before.LastOrDefault()?.Default is not null ? "has no default value, but stands after one that has, and so it would in the constructor"
        : CarrierRules.Given(parameter.ContainingType).Contains(parameter.Name) ? "has the name of a member that the class is given, but a field of that name keeps it"
        : null;

    // What is wrong with a parameter, whether it is an input or a scalar.
    private static string? Problem(IParameterSymbol parameter, IEnumerable<FormulaParameter> before, bool isFirst)
    {
        bool isScalar = ParameterParser.IsMarked(parameter);
        return
            parameter.RefKind != RefKind.None || parameter.IsParams ? "is not passed by value"
            : isScalar && AxisSignature.ElementOf(parameter.Type) is not null ? "has a number for each class, which the formula of an [AxisLoss] may take"
            : isScalar && ParameterParser.TypeProblem(parameter) is { } unfit ? unfit
            : !isScalar && InputTypes.Of(parameter.Type) is null ? "is of type " + parameter.Type.ToDisplayString() + ", but an input is a " + InputTypes.Names
            : !isScalar && InputMarks.Problem(parameter, isFirst) is { } mark ? mark
            : !isScalar && isFirst && FirstProblem(parameter, InputTypes.Of(parameter.Type)!.Value) is { } first ? first
            : !isScalar && parameter.HasExplicitDefaultValue ? "has a default value, but is an input: mark it with [Parameter] if it is one number for all elements"
            : isScalar && ConstructorProblem(parameter, before) is { } problem ? problem
            : !Identifiers.IsIdentifier(parameter.Name) ? "has the name of a keyword, but becomes a parameter of the generated members"
            : null;
    }
}
