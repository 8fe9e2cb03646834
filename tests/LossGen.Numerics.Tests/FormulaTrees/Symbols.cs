namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>The operators and functions of <see cref="Operation"/>, and how C# writes them.</summary>
internal static class Symbols
{
    public const string Negate = "negate";
    public const string Convert = "convert";
    public const string Sign = "Sign";
    public const string Power = "Pow";
    public const string Clamp = "Clamp";

    public static readonly string[] Arithmetic = ["+", "-", "*", "/"];

    public static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];

    public static readonly string[] OfOneNumber =
        [
            "Abs", "Sqrt", "Exp", "Exp2", "Log", "Log2", "LogP1", "ExpM1", "Tanh", "Sin", "Cos", "Floor", Sign,
            "Atan", "Sinh", "Cosh", "Asinh", "Acosh", "Cbrt", "Log10", "Round", "Truncate", "Ceiling",
        ];

    // What MathF and Math lack.
    private static readonly string[] OfTheNumberTypes = ["Exp2", "LogP1", "ExpM1"];

    /// <summary>An operation with its operands' text, all numbers being float64 if it is wide.</summary>
    public static string Text(Operation operation, IReadOnlyList<string> operands, bool isWide)
    {
        string name = TypeName(operation.Type, isWide);
        return operation.Symbol switch
        {
            Negate => $"(-{operands[0]})",
            "!" => $"(!{operands[0]})",
            Convert => $"(({name}){operands[0]})",
            Sign => $"(({name}){Library(operation, isWide)}.Sign({operands[0]}))",
            var function when char.IsLetter(function[0]) => $"{Library(operation, isWide)}.{function}({string.Join(", ", operands)})",
            var infix => $"({operands[0]} {infix} {operands[1]})",
        };
    }

    public static string TypeName(ValueType type, bool isWide) => type switch
    {
        ValueType.Truth => "bool",
        ValueType.Single when !isWide => "float",
        _ => "double",
    };

    private static string Library(Operation function, bool isWide)
    {
        bool isSingle = function.Type == ValueType.Single && !isWide;
        return OfTheNumberTypes.Contains(function.Symbol) ? isSingle ? "float" : "double"
            : function.Symbol == Clamp || !isSingle ? "Math"
            : "MathF";
    }
}
