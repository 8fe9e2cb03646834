namespace LossGen.Generator.Kernel;

/// <summary>
/// What an <see cref="Apply"/> computes, lane by lane unless stated otherwise. Each member has a row in <see cref="Operations"/> (name, arguments,
/// result), in the derivative and evaluation tables, and in every dialect or in the legaliser's table of expansions; a test names a missing row.
/// </summary>
internal enum Op
{
    /// <summary>a + b</summary>
    Add,

    /// <summary>a − b</summary>
    Subtract,

    /// <summary>a · b</summary>
    Multiply,

    /// <summary>a · b, and 0 where a = 0, whatever b is</summary>
    MultiplyOrZero,

    /// <summary>a · b, and 0 where a = 0 unless b is NaN: what has no weight does not count, even if it is infinite</summary>
    Weigh,

    /// <summary>a / b</summary>
    Divide,

    /// <summary>−a</summary>
    Negate,

    /// <summary>a²</summary>
    Square,

    /// <summary>a · b + c, rounded once</summary>
    FusedMultiplyAdd,

    /// <summary>√a</summary>
    SquareRoot,

    /// <summary>√(a² + b), also where a² is infinite or underflows</summary>
    RootOfSquarePlus,

    /// <summary>√(a² + b²), also where a square is infinite or underflows to 0</summary>
    Hypotenuse,

    /// <summary>∛a</summary>
    CubeRoot,

    /// <summary>√(a² + b²) − b for b ≥ 0, accurate for small a and also where a² or b² is infinite or underflows</summary>
    RootExcess,

    /// <summary>aᵇ</summary>
    Power,

    /// <summary>aᵇ, whose partial derivatives are 0 rather than 0·∞: where a is 0 and b is not negative, and where b is 0</summary>
    GeneralPower,

    /// <summary>aᵇ⁻¹, where c is aᵇ</summary>
    PowerLessOne,

    /// <summary>|a|</summary>
    Absolute,

    /// <summary>−1, 0 or 1 if a is negative, 0 or positive; NaN if it is NaN</summary>
    Sign,

    /// <summary>The greatest integer not above a</summary>
    Floor,

    /// <summary>The integer nearest to a, ties to even</summary>
    Round,

    /// <summary>The smaller of a and b; NaN if one is NaN</summary>
    Minimum,

    /// <summary>The greater of a and b; NaN if one is NaN</summary>
    Maximum,

    /// <summary>The greater of a and b; b if that is NaN, and either one if a is</summary>
    FastMaximum,

    /// <summary>The smaller of a and b; b if that is NaN</summary>
    FastMinimum,

    /// <summary>eᵃ</summary>
    Exp,

    /// <summary>eᵃ for a ≤ 0</summary>
    ExpNonPositive,

    /// <summary>eᵃ − 1, accurate for small a</summary>
    ExpM1,

    /// <summary>eᵃ − 1 − a, accurate for small a</summary>
    ExpRemainder,

    /// <summary>2ᵃ</summary>
    Exp2,

    /// <summary>ln a</summary>
    Log,

    /// <summary>The logarithm of a to base 2</summary>
    Log2,

    /// <summary>The logarithm of a to base 10</summary>
    Log10,

    /// <summary>The logarithm of a to base b</summary>
    LogToBase,

    /// <summary>The logarithm of 1 + a to base 2, accurate for small a</summary>
    Log2P1,

    /// <summary>The logarithm of 1 + a to base 10, accurate for small a</summary>
    Log10P1,

    /// <summary>a·ln b, and 0 where a = 0 unless b is NaN</summary>
    XLogY,

    /// <summary>ln(1 + a), accurate for small a</summary>
    Log1P,

    /// <summary>a − ln(1 + a), accurate for small a</summary>
    LogRemainder,

    /// <summary>ln(1 + a) for finite a ≥ 0</summary>
    Log1PNonNegative,

    /// <summary>ln(1 + a) for 0 ≤ a ≤ 1</summary>
    Log1POfFraction,

    /// <summary>1/(1 + e⁻ᵃ)</summary>
    Sigmoid,

    /// <summary>a/(1 + e⁻ᵃ), 0 at a = −∞</summary>
    Swish,

    /// <summary>ln(1 + eᵃ), also where eᵃ is infinite</summary>
    Softplus,

    /// <summary>ln(eᵃ + eᵇ), also where one of these is infinite</summary>
    LogAddExp,

    /// <summary>ln(1 − eᵃ) for a ≤ 0, accurate where eᵃ is near 1 and where it is near 0</summary>
    Log1MExp,

    /// <summary>ln cosh a, accurate for small a and also where cosh a is infinite</summary>
    LogCosh,

    /// <summary>tanh a, from the parts of ln cosh a</summary>
    LogCoshSlope,

    /// <summary>tanh a</summary>
    Tanh,

    /// <summary>sin a</summary>
    Sin,

    /// <summary>cos a</summary>
    Cos,

    /// <summary>a − sin a, accurate for small a</summary>
    SineRemainder,

    /// <summary>1 − cos a, accurate near every multiple of 2π</summary>
    OneMinusCosine,

    /// <summary>tan a</summary>
    Tan,

    /// <summary>The angle whose sine is a</summary>
    Asin,

    /// <summary>The angle whose cosine is a</summary>
    Acos,

    /// <summary>The angle whose tangent is a</summary>
    Atan,

    /// <summary>The angle of the point (b, a)</summary>
    Atan2,

    /// <summary>sinh a</summary>
    Sinh,

    /// <summary>cosh a</summary>
    Cosh,

    /// <summary>The number whose hyperbolic sine is a</summary>
    Asinh,

    /// <summary>The number not below 0 whose hyperbolic cosine is a</summary>
    Acosh,

    /// <summary>The number whose hyperbolic tangent is a</summary>
    Atanh,

    /// <summary>erf a = 2/√π·∫₀ᵃ exp(−t²) dt</summary>
    Erf,

    /// <summary>erfc a = 1 − erf a, with all digits even where it is small</summary>
    Erfc,

    /// <summary>2/√π·exp(−a²), the derivative of erf a</summary>
    ErfSlope,

    /// <summary>Φ(a) = ½·erfc(−a/√2), the normal distribution function</summary>
    NormalCdf,

    /// <summary>log Φ(a), with all digits in both tails</summary>
    LogNormalCdf,

    /// <summary>φ(a) = exp(−a²/2)/√(2π), the derivative of Φ(a)</summary>
    NormalDensity,

    /// <summary>φ(a)/Φ(a), the derivative of log Φ(a)</summary>
    InverseMillsRatio,

    /// <summary>log |Γ(a)|</summary>
    LogGamma,

    /// <summary>ψ(a), the derivative of log |Γ(a)|</summary>
    Digamma,

    /// <summary>ψ′(a)</summary>
    Trigamma,

    /// <summary>ψ⁽ᵃ⁾(b), the derivative of order a, a constant integer</summary>
    Polygamma,

    /// <summary>log max(a, smallest normal): for a probability, which may have underflowed to 0</summary>
    LogProbability,

    /// <summary>−(b·log a + (1 − b)·log(1 − a)), each logarithm at least −100</summary>
    BinaryCrossEntropy,

    /// <summary>∂/∂a of the binary cross-entropy: (a − b) / max(a(1 − a), 1e-12)</summary>
    BinaryCrossEntropySlope,

    /// <summary>log(1 − a) − log a, at most 100 either way</summary>
    NegativeLogit,

    /// <summary>c where a &gt; b, 0 where a ≤ b, NaN where a or b is NaN: the part of the derivative c of max(a, b) that belongs to a</summary>
    WhereGreater,

    /// <summary>c where a ≤ b, 0 where a &gt; b, NaN where a or b is NaN: the part of the derivative c of max(a, b) that belongs to b</summary>
    WhereNotGreater,

    /// <summary>Whether a = b; false if one is NaN</summary>
    Equal,

    /// <summary>Whether a &lt; b; false if one is NaN</summary>
    LessThan,

    /// <summary>Whether a ≤ b; false if one is NaN</summary>
    LessThanOrEqual,

    /// <summary>Whether a is not NaN</summary>
    IsNumber,

    /// <summary>Whether both a and b hold</summary>
    And,

    /// <summary>Whether a or b holds, or both</summary>
    Or,

    /// <summary>Whether a does not hold</summary>
    Not,

    /// <summary>b where a holds, else c</summary>
    Select,

    /// <summary>a in another scalar type</summary>
    Convert,

    /// <summary>a, a float64, rounded to float32 because a formula says so: the lost digits stay lost, even if it is widened again</summary>
    RoundToSingle,

    /// <summary>a, with the derivative 0 because a formula says so</summary>
    StopGradient,

    /// <summary>The greatest multiple of b not above a, for positions</summary>
    RoundDown,

    /// <summary>The quotient of two positions, rounded down</summary>
    IndexQuotient,

    /// <summary>The remainder of the quotient of two positions</summary>
    IndexRemainder,

    /// <summary>The smaller of two positions</summary>
    IndexMinimum,

    /// <summary>How far the position a is after b; where it is before b, a number greater than any position</summary>
    IndexDistance,

    /// <summary>A vector with a in every lane</summary>
    Broadcast,

    /// <summary>The vector 0, 1, 2, …</summary>
    LaneIndices,

    /// <summary>The lanes of a, which are integers, as floating-point numbers</summary>
    FromIntegers,

    /// <summary>The lower half of a's lanes in float64</summary>
    WidenLower,

    /// <summary>The upper half of a's lanes in float64</summary>
    WidenUpper,

    /// <summary>The lanes of a, then those of b, in float32</summary>
    Narrow,

    /// <summary>The same because a formula says so: each lane is rounded to float32</summary>
    RoundHalvesToSingle,

    /// <summary>aᵢ + aᵢ₊ₙ/₂ in float64: the two halves of a's n lanes, widened and added</summary>
    SumHalves,

    /// <summary>aᵢ + aᵢ₊ₙ/₂ in a's own type: the two halves of a's n lanes, added</summary>
    AddHalves,

    /// <summary>The greater of aᵢ and aᵢ₊ₙ/₂, n being a's lanes; unspecified if one is NaN</summary>
    MaximumHalves,

    /// <summary>The sum of a's lanes, in float64, pairwise in a fixed order</summary>
    SumLanes,

    /// <summary>The greatest of a's lanes; unspecified if one is NaN</summary>
    MaximumLanes,
}
