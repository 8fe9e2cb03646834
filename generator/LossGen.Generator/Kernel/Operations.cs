using static LossGen.Generator.Kernel.Notation;
using static LossGen.Generator.Kernel.Precedence;

namespace LossGen.Generator.Kernel;

/// <summary>How an op's result type follows from its arguments.</summary>
internal enum ResultRule
{
    /// <summary>The type of the last argument; all floating or index arguments agree.</summary>
    SameAsLast,

    /// <summary>Boolean, with as many lanes as the arguments.</summary>
    Comparison,

    /// <summary>Stated by whoever builds the node.</summary>
    Stated,
}

/// <summary>What is known of an op regardless of the target: its name, its arguments, its result, its notation.</summary>
/// <param name="Name">The name in dumps, and of a shared subexpression that has no name of its own.</param>
/// <param name="Arity">The number of arguments.</param>
/// <param name="Result">How the result type follows.</param>
/// <param name="Notation">How it is written as mathematics.</param>
/// <param name="IsTranscendental">Whether it costs so much more than a load that storing the result beats computing it again.</param>
/// <param name="Called">The function of the runtime library that kernels call for it, as it is too large to inline; null for all others.</param>
internal sealed record Operation(string Name, int Arity, ResultRule Result, Notation Notation, bool IsTranscendental = false, string? Called = null);

/// <summary>The table of <see cref="Operation"/>s.</summary>
internal static class Operations
{
    private const double OfTranscendental = 20;
    private const double OfDivision = 4;

    private static readonly Dictionary<Op, Operation> Table = new()
    {
        [Op.Add] = new("sum", 2, ResultRule.SameAsLast, Of(Additive, "{0:Additive} + {1:Multiplicative}")),
        [Op.Subtract] = new("difference", 2, ResultRule.SameAsLast, Of(Additive, "{0:Additive} − {1:Multiplicative}")
            .ReadAs(static a => a[0] is Constant { Value.Value: 0 } ? Complement(a[1]) : null)),
        [Op.Multiply] = new("product", 2, ResultRule.SameAsLast, Of(Multiplicative, "{0:Multiplicative}·{1:Prefix}")),
        [Op.MultiplyOrZero] = new("share", 2, ResultRule.SameAsLast, Of(Multiplicative, "{0:Multiplicative}·{1:Prefix}")),
        [Op.Weigh] = new("weighted", 2, ResultRule.SameAsLast, Of(Multiplicative, "{0:Multiplicative}·{1:Prefix}")),
        [Op.Divide] = new("quotient", 2, ResultRule.SameAsLast, Of(Multiplicative, "{0:Multiplicative}/{1:Prefix}")),
        [Op.Negate] = new("negative", 1, ResultRule.SameAsLast, Of(Prefix, "−{0:Prefix}").ReadAs(static a => Complement(a[0].Unnamed()))),
        [Op.Square] = new("square", 1, ResultRule.SameAsLast, Of(Postfix, "{0:Primary}²")),
        [Op.FusedMultiplyAdd] = new("fma", 3, ResultRule.SameAsLast, Function),
        [Op.SquareRoot] = new("root", 1, ResultRule.SameAsLast, Of(Prefix, "√{0:Primary}")),
        [Op.RootOfSquarePlus] = new("root", 2, ResultRule.SameAsLast, OfMathematics(Prefix, "√({0:Primary}² + {1:Additive})")),
        [Op.RootExcess] = new("rootExcess", 2, ResultRule.SameAsLast, OfMathematics(Additive, "√({0:Primary}² + {1:Primary}²) − {1:Multiplicative}")
            .Unless(static a => a[1].Unnamed() is Constant { Value.Value: 1 }, OfMathematics(Additive, "√(1 + {0:Primary}²) − 1"))),
        [Op.Power] = new("power", 2, ResultRule.SameAsLast, Of(Postfix, "{0:Primary}^{1:Primary}"), IsTranscendental: true, Called: "Pow"),
        [Op.GeneralPower] = new("power", 2, ResultRule.SameAsLast, Of(Postfix, "{0:Primary}^{1:Primary}"), IsTranscendental: true),
        [Op.PowerLessOne] = new("power", 3, ResultRule.SameAsLast, Function
            .ReadAs(static a => Expr.Of(Op.Power, a[0], a[1].Unnamed() is Constant exponent ? a[1].Like(exponent.Value.Value - 1) : a[1] - 1.0))),
        [Op.Absolute] = new("magnitude", 1, ResultRule.SameAsLast, Of(Primary, "|{0}|")),
        [Op.Sign] = new("sign", 1, ResultRule.SameAsLast, Function),
        [Op.Floor] = new("floor", 1, ResultRule.SameAsLast, Of(Primary, "⌊{0}⌋")),
        [Op.Round] = new("nearest", 1, ResultRule.SameAsLast, Function),
        [Op.Minimum] = new("min", 2, ResultRule.SameAsLast, Function),
        [Op.Maximum] = new("max", 2, ResultRule.SameAsLast, Function),
        [Op.FastMinimum] = new("fastMin", 2, ResultRule.SameAsLast, Function),
        [Op.FastMaximum] = new("fastMax", 2, ResultRule.SameAsLast, Function),
        [Op.Exp] = new("exp", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.ExpNonPositive] = new("exp", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.ExpM1] = new("expm1", 1, ResultRule.SameAsLast, OfMathematics(Additive, "exp({0}) − 1"), IsTranscendental: true),
        [Op.ExpRemainder] = new("expRemainder", 1, ResultRule.SameAsLast, OfMathematics(Additive, "exp({0}) − 1 − {0:Multiplicative}"), IsTranscendental: true),
        [Op.Exp2] = new("exp2", 1, ResultRule.SameAsLast, Of(Postfix, "2^{0:Primary}"), IsTranscendental: true),
        [Op.Log2] = new("log2", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.Sigmoid] = new("sigmoid", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.Softplus] = new("softplus", 1, ResultRule.SameAsLast, OfMathematics(Primary, "log(1 + exp({0}))"), IsTranscendental: true),
        [Op.LogAddExp] = new("logAddExp", 2, ResultRule.SameAsLast, OfMathematics(Primary, "log(exp({0}) + exp({1}))"), IsTranscendental: true),
        [Op.Log1MExp] = new("log1mexp", 1, ResultRule.SameAsLast, OfMathematics(Primary, "log(1 − exp({0}))"), IsTranscendental: true),
        [Op.LogCoshSlope] = new("tanh", 1, ResultRule.SameAsLast, Of(Primary, "tanh({0})"), IsTranscendental: true),
        [Op.LogCosh] = new("logCosh", 1, ResultRule.SameAsLast, OfMathematics(Primary, "log cosh({0})"), IsTranscendental: true),
        [Op.Tanh] = new("tanh", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.Sin] = new("sin", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.Cos] = new("cos", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.SineRemainder] = new("sineRemainder", 1, ResultRule.SameAsLast, OfMathematics(Additive, "{0:Additive} − sin({0})"), IsTranscendental: true),
        [Op.OneMinusCosine] = new("oneMinusCosine", 1, ResultRule.SameAsLast, OfMathematics(Additive, "1 − cos({0})"), IsTranscendental: true),
        [Op.Erf] = new("erf", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Erf"),
        [Op.Erfc] = new("erfc", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Erfc"),
        [Op.ErfSlope] = new("erfSlope", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "ErfSlope"),
        [Op.NormalCdf] = new("normalCdf", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "NormalCdf"),
        [Op.LogNormalCdf] = new("logNormalCdf", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "LogNormalCdf"),
        [Op.NormalDensity] = new("normalDensity", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "NormalDensity"),
        [Op.InverseMillsRatio] = new("inverseMillsRatio", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "InverseMillsRatio"),
        [Op.LogGamma] = new("logGamma", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "LogGamma"),
        [Op.Digamma] = new("digamma", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Digamma"),
        [Op.Trigamma] = new("trigamma", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Trigamma"),
        [Op.Polygamma] = new("polygamma", 2, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Polygamma"),
        [Op.Log] = new("log", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.Log1P] = new("log1p", 1, ResultRule.SameAsLast, OfMathematics(Primary, "log(1 + {0:Additive})"), IsTranscendental: true),
        [Op.LogRemainder] = new("logRemainder", 1, ResultRule.SameAsLast, OfMathematics(Additive, "{0:Additive} − log(1 + {0:Additive})"), IsTranscendental: true),
        [Op.Log1PNonNegative] = new("log1p", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.Log1POfFraction] = new("log1p", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.Hypotenuse] = new("hypot", 2, ResultRule.SameAsLast, Of(Prefix, "√({0:Primary}² + {1:Primary}²)"), IsTranscendental: true, Called: "Hypot"),
        [Op.CubeRoot] = new("cbrt", 1, ResultRule.SameAsLast, Of(Prefix, "∛{0:Primary}"), IsTranscendental: true, Called: "Cbrt"),
        [Op.Log10] = new("log10", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Log10"),
        [Op.LogToBase] = new("logToBase", 2, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "LogToBase"),
        [Op.Log2P1] = new("log2p1", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Log2P1"),
        [Op.Log10P1] = new("log10p1", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Log10P1"),
        [Op.Tan] = new("tan", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Tan"),
        [Op.Asin] = new("asin", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Asin"),
        [Op.Acos] = new("acos", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Acos"),
        [Op.Atan] = new("atan", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Atan"),
        [Op.Atan2] = new("atan2", 2, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Atan2"),
        [Op.Sinh] = new("sinh", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Sinh"),
        [Op.Cosh] = new("cosh", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Cosh"),
        [Op.Asinh] = new("asinh", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Asinh"),
        [Op.Acosh] = new("acosh", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Acosh"),
        [Op.Atanh] = new("atanh", 1, ResultRule.SameAsLast, Function, IsTranscendental: true, Called: "Atanh"),
        [Op.XLogY] = new("xlogy", 2, ResultRule.SameAsLast, Of(Multiplicative, "{0:Multiplicative}·log({1})"), IsTranscendental: true),
        [Op.Swish] = new("swish", 1, ResultRule.SameAsLast, Function, IsTranscendental: true),
        [Op.LogProbability] = new("logProbability", 1, ResultRule.SameAsLast, Of(Primary, "log({0})"), IsTranscendental: true),
        [Op.BinaryCrossEntropy] = new("binaryCrossEntropy", 2, ResultRule.SameAsLast, Of(Prefix, "−({1:Multiplicative}·log {0:Primary} + (1 − {1:Multiplicative})·log(1 − {0:Multiplicative}))"), IsTranscendental: true),
        [Op.BinaryCrossEntropySlope] = new("slope", 2, ResultRule.SameAsLast, Of(Multiplicative, "({0:Additive} − {1:Multiplicative})/max({0:Multiplicative}·(1 − {0:Multiplicative}), 1e-12)")),
        [Op.NegativeLogit] = new("negativeLogit", 1, ResultRule.SameAsLast, Of(Primary, "(log(1 − {0:Multiplicative}) − log {0:Primary})"), IsTranscendental: true),
        [Op.WhereGreater] = new("whereGreater", 3, ResultRule.SameAsLast, Of(Multiplicative, "[{0:Additive} > {1:Additive}]·{2:Prefix}")
            .Unless(static a => a[2] is Constant { Value.Value: 1 }, Of(Primary, "[{0:Additive} > {1:Additive}]"))),
        [Op.WhereNotGreater] = new("whereNotGreater", 3, ResultRule.SameAsLast, Of(Multiplicative, "[{0:Additive} ≤ {1:Additive}]·{2:Prefix}")
            .Unless(static a => a[2] is Constant { Value.Value: 1 }, Of(Primary, "[{0:Additive} ≤ {1:Additive}]"))),
        [Op.LessThan] = new("isLess", 2, ResultRule.Comparison, Of(Comparison, "{0:Additive} < {1:Additive}").Unless(static a => a[0] is Constant, Of(Comparison, "{1:Additive} > {0:Additive}"))),
        [Op.LessThanOrEqual] = new("isLessOrEqual", 2, ResultRule.Comparison, Of(Comparison, "{0:Additive} ≤ {1:Additive}").Unless(static a => a[0] is Constant, Of(Comparison, "{1:Additive} ≥ {0:Additive}"))),
        [Op.Equal] = new("equal", 2, ResultRule.Comparison, Of(Comparison, "{0:Additive} = {1:Additive}")),
        [Op.IsNumber] = new("isNumber", 1, ResultRule.Comparison, Function),
        [Op.And] = new("and", 2, ResultRule.Comparison, Of(Comparison, "{0:Comparison} ∧ {1:Comparison}")),
        [Op.Or] = new("or", 2, ResultRule.Comparison, Of(Comparison, "{0:Comparison} ∨ {1:Comparison}")),
        [Op.Not] = new("not", 1, ResultRule.Comparison, Of(Primary, "¬({0})")),
        [Op.Select] = new("select", 3, ResultRule.SameAsLast, Of(Conditional, "{0:Comparison} ? {1:Comparison} : {2:Comparison}")),
        [Op.Convert] = new("convert", 1, ResultRule.Stated, Of(Primary, "{1}({0})").ReadAs(static a => a[0])),
        [Op.RoundToSingle] = new("rounded", 1, ResultRule.Stated, OfMathematics(Primary, "float({0})")),
        [Op.StopGradient] = new("stopGradient", 1, ResultRule.SameAsLast, Function),
        [Op.RoundDown] = new("roundDown", 2, ResultRule.SameAsLast, Function),
        [Op.IndexQuotient] = new("div", 2, ResultRule.SameAsLast, Function),
        [Op.IndexRemainder] = new("mod", 2, ResultRule.SameAsLast, Function),
        [Op.IndexMinimum] = new("min", 2, ResultRule.SameAsLast, Function),
        [Op.IndexDistance] = new("distance", 2, ResultRule.SameAsLast, Function),
        [Op.WidenLower] = new("widenLower", 1, ResultRule.Stated, Function),
        [Op.WidenUpper] = new("widenUpper", 1, ResultRule.Stated, Function),
        [Op.Narrow] = new("narrow", 2, ResultRule.Stated, Function),
        [Op.RoundHalvesToSingle] = new("roundHalves", 2, ResultRule.Stated, Function),
        [Op.Broadcast] = new("broadcast", 1, ResultRule.Stated, Function),
        [Op.LaneIndices] = new("laneIndices", 0, ResultRule.Stated, Function),
        [Op.FromIntegers] = new("fromIntegers", 1, ResultRule.Stated, Function),
        [Op.SumHalves] = new("sumHalves", 1, ResultRule.Stated, Function),
        [Op.AddHalves] = new("addHalves", 1, ResultRule.Stated, Function),
        [Op.MaximumHalves] = new("maxHalves", 1, ResultRule.Stated, Function),
        [Op.SumLanes] = new("sumLanes", 1, ResultRule.Stated, Function),
        [Op.MaximumLanes] = new("maxLanes", 1, ResultRule.Stated, Function),
    };

    public static Operation Get(Op op) => Table[op];

    public static bool Contains(Op op) => Table.ContainsKey(op);

    /// <summary>How long an op takes on a vector, an addition taking 1: right within a factor of 2.</summary>
    public static double Work(Op op) => Get(op).IsTranscendental ? OfTranscendental : op is Op.Divide or Op.IndexQuotient or Op.IndexRemainder ? OfDivision : 1;

    // 1 − exp(x), which is computed as the negative of exp(x) − 1; null for anything else.
    private static Expr? Complement(Expr expr) => expr is Apply { Op: Op.ExpM1 } excess ? expr.Like(1) - Expr.Of(Op.Exp, excess.Arguments[0]) : null;
}
