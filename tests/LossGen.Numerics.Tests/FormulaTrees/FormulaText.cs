using System.Globalization;
using System.Text;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>Writes a formula as C#: as the class of a loss, or with all numbers in float64, to be called directly.</summary>
internal sealed class FormulaText
{
    private readonly StringBuilder text = new();
    private readonly bool isWide;
    private readonly Func<int, string> inputName;

    private FormulaText(bool isWide, Func<int, string>? inputName = null)
    {
        this.isWide = isWide;
        this.inputName = inputName ?? (static index => FormattableString.Invariant($"x{index}"));
    }

    /// <summary>An expression whose inputs have other names.</summary>
    public static string Of(Expression expression, Func<int, string> inputName) => new FormulaText(isWide: false, inputName).Of(expression);

    /// <summary>The declaration of a loss.</summary>
    public static string Of(Formula formula, string name) =>
        $"[ElementwiseLoss(Reduction = LossReduction.Sum)]\npublic sealed partial class {name}\n{{\n    [Formula]\n{new FormulaText(isWide: false).Members(formula)}}}\n";

    /// <summary>A static class with the formula in float64.</summary>
    public static string OfWide(Formula formula, string name) => $"public static class {name}\n{{\n{new FormulaText(isWide: true).Members(formula)}}}\n";

    /// <summary>A number as C# writes it.</summary>
    public static string Number(double value, ValueType type, bool isWide)
    {
        string digits = type == ValueType.Double ? value.ToString("R", CultureInfo.InvariantCulture) + "d"
            : isWide ? ((double)(float)value).ToString("R", CultureInfo.InvariantCulture) + "d"
            : ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f";
        return value < 0 || double.IsNegative(value) ? $"({digits})" : digits;
    }

    private string Members(Formula formula)
    {
        IEnumerable<string> inputs = Enumerable.Range(0, formula.Inputs).Select(index => $"{TypeName(formula.Type)} {inputName(index)}");
        IEnumerable<string> scalars = formula.Scalars.Select((scalar, index) => $"{(isWide ? "" : "[Parameter] ")}{TypeName(scalar.Type)} {ScalarName(index)}");
        Write("Value", formula.Type, inputs.Concat(scalars), formula.Body);
        foreach (Method method in formula.Methods)
        {
            text.Append('\n');
            Write(method.Name, method.Type, method.Parameters.Select(parameter => $"{TypeName(parameter.Type)} {parameter.Name}"), method.Body);
        }

        return text.ToString();
    }

    private void Write(string name, ValueType type, IEnumerable<string> parameters, Statement body)
    {
        text.Append(CultureInfo.InvariantCulture, $"    {(isWide ? "public" : "private")} static {TypeName(type)} {name}({string.Join(", ", parameters)})\n    {{\n");
        Write(body, "        ");
        text.Append("    }\n");
    }

    private void Write(Statement statement, string indent)
    {
        string Assignment(Local local, Expression value) => $"{{ {local.Name} = {Of(value)}; }}";
        text.Append(indent).Append(statement switch
        {
            Return result => $"return {Of(result.Value)};",
            Declare declare => $"{TypeName(declare.Local.Type)} {declare.Local.Name} = {Of(declare.Value)};",
            Decide decide => $"{TypeName(decide.Local.Type)} {decide.Local.Name}; if ({Of(decide.Condition)}) {Assignment(decide.Local, decide.WhenTrue)} else {Assignment(decide.Local, decide.WhenFalse)}",
            Assign assign => $"if ({Of(assign.Condition)}) {Assignment(assign.Local, assign.Value)}",
            Compound compound => $"{compound.Local.Name} {compound.Symbol}= {Of(compound.Value)};",
            Branch branch => $"if ({Of(branch.Condition)})",
            _ => throw new InvalidOperationException(),
        }).Append('\n');
        if (statement is Branch { WhenTrue: var whenTrue, Otherwise: var otherwise })
        {
            text.Append(indent).Append("{\n");
            Write(whenTrue, indent + "    ");
            text.Append(indent).Append("}\n");
            Write(otherwise, indent);
        }
        else
        {
            foreach (Statement next in statement.Rest)
            {
                Write(next, indent);
            }
        }
    }

    private string Of(Expression expression) => expression switch
    {
        Literal { Type: ValueType.Truth } literal => literal.Value != 0 ? "true" : "false",
        Literal literal => Number(literal.Value, literal.Type, isWide),
        Input input => inputName(input.Index),
        Scalar scalar => ScalarName(scalar.Index),
        Local local => local.Name,
        Operation operation => Symbols.Text(operation, [.. operation.Arguments.Select(Of)], isWide),
        Choice choice => $"({Of(choice.Condition)} ? {Of(choice.WhenTrue)} : {Of(choice.WhenFalse)})",
        Between between => $"({Of(between.Tested)} is >= {Limit(between.Least, between.Tested)} and < {Limit(between.Most, between.Tested)})",
        Switch choice => $"({Of(choice.Tested)} switch {{ {string.Concat(choice.Limits.Select((limit, i) => $"{(choice.IsBelow ? "<" : ">")} {Limit(limit, choice.Tested)} => {Of(choice.Values[i])}, "))}_ => {Of(choice.Values[^1])} }})",
        Call call => $"{call.Method.Name}({string.Join(", ", call.Arguments.Select(Of))})",
        _ => throw new InvalidOperationException(),
    };

    private string Limit(double limit, Expression tested) => Number(limit, tested.Type, isWide);

    private string TypeName(ValueType type) => Symbols.TypeName(type, isWide);

    private static string ScalarName(int index) => FormattableString.Invariant($"p{index}");
}
