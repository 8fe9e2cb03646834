using System.Text;
using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>How tightly C# binds the parts of an expression, loosest first.</summary>
internal enum Precedence
{
    Conditional,
    ConditionalOr,
    ConditionalAnd,
    Or,
    And,
    Equality,
    Relational,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}

/// <summary>The text of one op; {0}, {1}, … stand for its arguments.</summary>
/// <param name="Template">What is printed.</param>
/// <param name="Own">How tightly the whole binds.</param>
/// <param name="Arguments">How tightly each argument has to bind; one that does not is put in parentheses.</param>
internal sealed record OpText(string Template, Precedence Own, params Precedence[] Arguments)
{
    /// <summary>Evaluates only the chosen operand.</summary>
    public static OpText Choice { get; } = new("{0} ? {1} : {2}", Precedence.Conditional, Precedence.ConditionalAnd, Precedence.Equality, Precedence.Equality);

    public static OpText Infix(string symbol, Precedence own) => new("{0} " + symbol + " {1}", own, own, own + 1);

    public static OpText Prefix(string symbol) => new(symbol + "{0}", Precedence.Unary, Precedence.Unary);

    public static OpText Call(string template) => new(template, Precedence.Primary);

    /// <summary>Writes the template with the arguments filled in.</summary>
    public void Write(StringBuilder text, EquatableArray<Expr> arguments)
    {
        int position = 0;
        for (int open = Template.IndexOf('{'); open >= 0; open = Template.IndexOf('{', position))
        {
            text.Append(Template, position, open - position);
            int argument = Template[open + 1] - '0';
            new PrintedExpr(arguments[argument], Required(argument)).Write(text);
            position = open + "{0}".Length;
        }

        text.Append(Template, position, Template.Length - position);
    }

    private Precedence Required(int argument) => argument < Arguments.Length ? Arguments[argument] : Precedence.Conditional;
}

/// <summary>A way to print the IR: a table from op to text, and the spelling of types, constants, loads and stores.</summary>
internal abstract class Dialect
{
    /// <summary>The type parameter that tells a method how to store.</summary>
    public const string StoreParameter = "TStore";

    /// <summary>The type parameter that tells a method which of its outputs the caller wants.</summary>
    public const string OutputsParameter = "TOutputs";

    private static readonly ScalarDialect Scalar = new();
    private static readonly Dictionary<int, VectorDialect> Vectors = Enum.GetValues(typeof(VectorWidth)).Cast<VectorWidth>()
        .ToDictionary(static width => (int)width, static width => new VectorDialect(width));

    public static Dialect For(IrType type) => type.IsVector ? Vectors[type.Bits] : Scalar;

    /// <summary>The dialect of an expression; for truth values, that of what was compared.</summary>
    public static Dialect For(Expr expr) => expr is Apply { Type.Scalar: ScalarType.Boolean } comparison ? For(comparison.Arguments[0]) : For(expr.Type);

    /// <summary>Whether an op is printed: by all vector dialects, or by the scalar one.</summary>
    public static bool IsPrintable(Op op, IrType type) => (type.IsVector ? Vectors[(int)VectorWidth.Bits256] : (Dialect)Scalar).Prints(op);

    protected abstract IReadOnlyDictionary<Op, Func<Apply, OpText>> Table { get; }

    public bool Prints(Op op) => Table.ContainsKey(op);

    public OpText Text(Apply apply) => Table[apply.Op](apply);

    public abstract string TypeName(IrType type);

    public abstract string Constant(Constant constant);

    /// <summary>An element: {0} is the reference to the first, {1} its position.</summary>
    public abstract OpText Load { get; }

    /// <summary>An element of another type, as the number that it is.</summary>
    public abstract OpText ConvertedLoad(Load load);

    /// <summary>The statement that stores {2} as the element at {1}; {0} is the reference to the first.</summary>
    public abstract OpText Store { get; }

    /// <summary>The same where the element is an integer, which the stored number is.</summary>
    public virtual OpText ConvertedStore => throw new InvalidOperationException("Only single numbers become integers.");

    /// <summary>A store by <see cref="StoreParameter"/>.</summary>
    public virtual OpText StoreStreamed => throw new InvalidOperationException("Only vectors are streamed.");

    protected static string ScalarName(ScalarType type) => type switch
    {
        ScalarType.Single => "float",
        ScalarType.Double => "double",
        ScalarType.SByte => "sbyte",
        ScalarType.Byte => "byte",
        ScalarType.Int16 => "short",
        ScalarType.UInt16 => "ushort",
        ScalarType.Int32 => "int",
        ScalarType.UInt32 => "uint",
        ScalarType.Int64 => "long",
        ScalarType.Index => "nuint",
        _ => "bool",
    };

    protected static Func<Apply, OpText> Fixed(OpText text) => _ => text;
}
