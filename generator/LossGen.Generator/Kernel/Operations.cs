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

/// <summary>What is known of an op regardless of the target: how dumps spell it, its arguments, its result.</summary>
/// <param name="Name">The name in dumps, and of a shared subexpression that has no name of its own.</param>
/// <param name="Arity">The number of arguments.</param>
/// <param name="Result">How the result type follows.</param>
/// <param name="IsTranscendental">Whether it costs so much more than a load that storing the result beats computing it again.</param>
/// <param name="Called">The function of the runtime library that kernels call for it, as it is too large to inline; null for all others.</param>
internal sealed record Operation(string Name, int Arity, ResultRule Result, bool IsTranscendental = false, string? Called = null);

/// <summary>The table of <see cref="Operation"/>s.</summary>
internal static class Operations
{
    private static readonly Dictionary<Op, Operation> Table = new()
    {
        [Op.Add] = new("sum", 2, ResultRule.SameAsLast),
        [Op.Subtract] = new("difference", 2, ResultRule.SameAsLast),
        [Op.Multiply] = new("product", 2, ResultRule.SameAsLast),
        [Op.MultiplyOrZero] = new("share", 2, ResultRule.SameAsLast),
        [Op.Weigh] = new("weighted", 2, ResultRule.SameAsLast),
        [Op.Divide] = new("quotient", 2, ResultRule.SameAsLast),
        [Op.Negate] = new("negative", 1, ResultRule.SameAsLast),
        [Op.Square] = new("square", 1, ResultRule.SameAsLast),
        [Op.FusedMultiplyAdd] = new("fma", 3, ResultRule.SameAsLast),
        [Op.SquareRoot] = new("root", 1, ResultRule.SameAsLast),
        [Op.RootOfSquarePlus] = new("root", 2, ResultRule.SameAsLast),
        [Op.RootExcess] = new("rootExcess", 2, ResultRule.SameAsLast),
        [Op.Power] = new("power", 2, ResultRule.SameAsLast, IsTranscendental: true, Called: "Pow"),
        [Op.GeneralPower] = new("power", 2, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.PowerLessOne] = new("power", 3, ResultRule.SameAsLast),
        [Op.Absolute] = new("magnitude", 1, ResultRule.SameAsLast),
        [Op.Sign] = new("sign", 1, ResultRule.SameAsLast),
        [Op.Floor] = new("floor", 1, ResultRule.SameAsLast),
        [Op.Round] = new("nearest", 1, ResultRule.SameAsLast),
        [Op.Minimum] = new("min", 2, ResultRule.SameAsLast),
        [Op.Maximum] = new("max", 2, ResultRule.SameAsLast),
        [Op.FastMinimum] = new("fastMin", 2, ResultRule.SameAsLast),
        [Op.FastMaximum] = new("fastMax", 2, ResultRule.SameAsLast),
        [Op.Exp] = new("exp", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.ExpNonPositive] = new("exp", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.ExpM1] = new("expm1", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.ExpRemainder] = new("expRemainder", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Exp2] = new("exp2", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Log2] = new("log2", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Sigmoid] = new("sigmoid", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Softplus] = new("softplus", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.LogAddExp] = new("logAddExp", 2, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Log1MExp] = new("log1mexp", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.LogCoshSlope] = new("tanh", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.LogCosh] = new("logCosh", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Tanh] = new("tanh", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Sin] = new("sin", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Cos] = new("cos", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.SineRemainder] = new("sineRemainder", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.OneMinusCosine] = new("oneMinusCosine", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Erf] = new("erf", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Erf"),
        [Op.Erfc] = new("erfc", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Erfc"),
        [Op.ErfSlope] = new("erfSlope", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "ErfSlope"),
        [Op.NormalCdf] = new("normalCdf", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "NormalCdf"),
        [Op.LogNormalCdf] = new("logNormalCdf", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "LogNormalCdf"),
        [Op.NormalDensity] = new("normalDensity", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "NormalDensity"),
        [Op.InverseMillsRatio] = new("inverseMillsRatio", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "InverseMillsRatio"),
        [Op.LogGamma] = new("logGamma", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "LogGamma"),
        [Op.Digamma] = new("digamma", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Digamma"),
        [Op.Trigamma] = new("trigamma", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Trigamma"),
        [Op.Polygamma] = new("polygamma", 2, ResultRule.SameAsLast, IsTranscendental: true, Called: "Polygamma"),
        [Op.Log] = new("log", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Log1P] = new("log1p", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.LogRemainder] = new("logRemainder", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Log1PNonNegative] = new("log1p", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Log1POfFraction] = new("log1p", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Hypotenuse] = new("hypot", 2, ResultRule.SameAsLast, IsTranscendental: true, Called: "Hypot"),
        [Op.CubeRoot] = new("cbrt", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Cbrt"),
        [Op.Log10] = new("log10", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Log10"),
        [Op.LogToBase] = new("logToBase", 2, ResultRule.SameAsLast, IsTranscendental: true, Called: "LogToBase"),
        [Op.Log2P1] = new("log2p1", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Log2P1"),
        [Op.Log10P1] = new("log10p1", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Log10P1"),
        [Op.Tan] = new("tan", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Tan"),
        [Op.Asin] = new("asin", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Asin"),
        [Op.Acos] = new("acos", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Acos"),
        [Op.Atan] = new("atan", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Atan"),
        [Op.Atan2] = new("atan2", 2, ResultRule.SameAsLast, IsTranscendental: true, Called: "Atan2"),
        [Op.Sinh] = new("sinh", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Sinh"),
        [Op.Cosh] = new("cosh", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Cosh"),
        [Op.Asinh] = new("asinh", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Asinh"),
        [Op.Acosh] = new("acosh", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Acosh"),
        [Op.Atanh] = new("atanh", 1, ResultRule.SameAsLast, IsTranscendental: true, Called: "Atanh"),
        [Op.XLogY] = new("xlogy", 2, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.Swish] = new("swish", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.LogProbability] = new("logProbability", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.BinaryCrossEntropy] = new("binaryCrossEntropy", 2, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.BinaryCrossEntropySlope] = new("slope", 2, ResultRule.SameAsLast),
        [Op.NegativeLogit] = new("negativeLogit", 1, ResultRule.SameAsLast, IsTranscendental: true),
        [Op.WhereGreater] = new("whereGreater", 3, ResultRule.SameAsLast),
        [Op.WhereNotGreater] = new("whereNotGreater", 3, ResultRule.SameAsLast),
        [Op.LessThan] = new("isLess", 2, ResultRule.Comparison),
        [Op.LessThanOrEqual] = new("isLessOrEqual", 2, ResultRule.Comparison),
        [Op.Equal] = new("equal", 2, ResultRule.Comparison),
        [Op.IsNumber] = new("isNumber", 1, ResultRule.Comparison),
        [Op.And] = new("and", 2, ResultRule.Comparison),
        [Op.Or] = new("or", 2, ResultRule.Comparison),
        [Op.Not] = new("not", 1, ResultRule.Comparison),
        [Op.Select] = new("select", 3, ResultRule.SameAsLast),
        [Op.Convert] = new("convert", 1, ResultRule.Stated),
        [Op.RoundToSingle] = new("rounded", 1, ResultRule.Stated),
        [Op.RoundDown] = new("roundDown", 2, ResultRule.SameAsLast),
        [Op.IndexQuotient] = new("div", 2, ResultRule.SameAsLast),
        [Op.IndexRemainder] = new("mod", 2, ResultRule.SameAsLast),
        [Op.IndexMinimum] = new("min", 2, ResultRule.SameAsLast),
        [Op.WidenLower] = new("widenLower", 1, ResultRule.Stated),
        [Op.WidenUpper] = new("widenUpper", 1, ResultRule.Stated),
        [Op.Narrow] = new("narrow", 2, ResultRule.Stated),
        [Op.RoundHalvesToSingle] = new("roundHalves", 2, ResultRule.Stated),
        [Op.Broadcast] = new("broadcast", 1, ResultRule.Stated),
        [Op.LaneIndices] = new("laneIndices", 0, ResultRule.Stated),
        [Op.SumHalves] = new("sumHalves", 1, ResultRule.Stated),
        [Op.AddHalves] = new("addHalves", 1, ResultRule.Stated),
        [Op.MaximumHalves] = new("maxHalves", 1, ResultRule.Stated),
        [Op.SumLanes] = new("sumLanes", 1, ResultRule.Stated),
        [Op.MaximumLanes] = new("maxLanes", 1, ResultRule.Stated),
    };

    public static Operation Get(Op op) => Table[op];

    public static bool Contains(Op op) => Table.ContainsKey(op);
}
