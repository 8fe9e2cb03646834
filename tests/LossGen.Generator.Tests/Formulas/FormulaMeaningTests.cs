using LossGen.Generator.Tests.Support;
using static LossGen.Generator.Tests.Formulas.FormulaMeaning;

namespace LossGen.Generator.Tests.Formulas;

/// <summary>What a formula may contain: the parser reads what C# runs, and the generated class computes it, including NaN, ±∞ and ±0.</summary>
public sealed class FormulaMeaningTests
{
    private const string Head = "[Formula] private static float Value(float x, float y";
    private const string Plain = Head + ") ";
    private const string Wide = "[Formula] private static double Value(double x, double y) ";

    [Theory]
    [InlineData(Plain + "=> x + y;")]
    [InlineData(Plain + "=> x - y * (x / 4 - 1);")]
    [InlineData(Plain + "=> -x + +y - -3f;")]
    [InlineData(Wide + "{ return x * x * y; }")]
    [InlineData(Plain + "=> 7;")]
    [InlineData(Plain + "=> x * (1 / 2) + 'a' - 0x10 + 1_0e-1f + 5 % 3;")]
    [InlineData(Plain + "=> x + (float)Math.PI - MathF.E + float.Epsilon;")]
    [InlineData(Plain + "=> x > 0 ? float.NaN : float.PositiveInfinity;")]
    [InlineData(Plain + "=> 1 / (x > 0 ? -0f : 0f);")]
    [InlineData(Plain + "=> x + default(float) + sizeof(float);")]
    [InlineData("private const float Half = 0.5f, Quarter = Half / 2; private const int Two = 2; private enum Size { Small = 3 } " + Plain + "=> Half * x + Quarter + Two * y + (int)Size.Small;")]
    public void Arithmetic(string members) => Check(members);

    [Theory]
    [InlineData(Plain + "=> (float)(x * 0.3 + y);")]
    [InlineData(Plain + "{ double wide = x; wide -= y; return (float)wide * (float)(double)x; }")]
    [InlineData("[Formula] private static double Value(double x, double y) => (float)x + y * 2f;")]
    [InlineData(Head + ", [Parameter] double scale = 0.5, [Parameter] float shift = 2) => (float)(scale * x) + shift * y;")]
    [InlineData(Plain + "{ unchecked { return checked((float)(x * 2.0)) + y; } }")]
    [InlineData(Plain + "=> (double)x < y ? x + 1 : y + 2;")]
    [InlineData(Plain + "=> x > 0 && (double)y > x ? x + 1 : y + 2;")]
    [InlineData("public static double Twice(double a) { a *= 2; return a; } " + Plain + "=> (float)Loss.Twice(x) + (float)Twice(y);")]
    public void Conversions(string members) => Check(members);

    [Theory]
    [InlineData(Plain + "=> x < y ? x : y;")]
    [InlineData(Plain + "=> x <= 0 || y > 1 && !(x >= y) ? x : 2;")]
    [InlineData(Plain + "=> x == y ? 1 : x != 0 ? 2 : 3;")]
    [InlineData(Plain + "=> (x > 0) == (y > 0) ? 1 : 2;")]
    [InlineData(Plain + "=> (x > 0) != (y > 0) ^ x < 1 | y < 2 & x > y ? 1 : 2;")]
    [InlineData(Plain + "=> x is > 0 and < 2 or -1 or float.NaN ? 1 : x is not 0 ? 2 : 3;")]
    [InlineData(Plain + "=> (x > 0 ? y > 0 : y < 1) ? 1 : 2;")]
    [InlineData("private const bool IsOn = true; " + Plain + "=> IsOn && x > 0 || !IsOn ? 1 : IsOn ? 2 : x % 2;")]
    [InlineData(Plain + "{ const bool off = false; return off && x % 2 > 0 ? 1 : x; }")]
    [InlineData(Plain + "{ const bool on = true; return (on || x % 2 > 0) && !(!on && y % 2 > 0 && x % 2 > 0) ? y : 1; }")]
    public void Conditions(string members) => Check(members);

    [Theory]
    [InlineData(Plain + "=> x > 0 ? 1 : 0;")]
    [InlineData(Plain + "=> x > 0 ? y > 0 ? 1 : -2 : x switch { < -1 => 16777217, _ => 'a' };")]
    [InlineData("[Formula] private static double Value(double x, double y) => x == y ? 9007199254740993L : uint.MaxValue;")]
    public void ChoicesAmongIntegers(string members) => Check(members);

    /// <summary>For NaN, <see cref="MathF.Sign"/> itself throws.</summary>
    [Fact]
    public void Signs()
    {
        CustomLoss loss = CustomLoss.Compile(Plain + "=> (float)MathF.Sign(x) * y + (x > 0 ? Math.Sign(y) : 3) * 0.5f;", isGenerated: true);
        foreach ((double x, double y) in Points.Where(double.IsFinite).SelectMany(static x => Points.Where(double.IsFinite).Select(y => (x, y))))
        {
            AssertNear(loss.Run(x, y), loss.Evaluate(x, y), "read at", x, y);
            AssertNear(loss.Run(x, y), loss.Generated(x, y), "generated at", x, y);
        }
    }

    [Theory]
    [InlineData(Plain + "=> x switch { < 0 => -x, > 1 and < 3 => 2 * x, 0.25f => y, float.NaN => 5, _ => 1 };")]
    [InlineData(Plain + "=> x switch { > 0 when y > 0 => 1, _ when y < 0 => 2, _ => 3 };")]
    [InlineData(Plain + "=> x switch { < 0 => 1, >= 0 => 2, float.NaN => 3 };")]
    [InlineData(Plain + "=> (x > y) switch { true => 1, false => 2 };")]
    public void Switches(string members) => Check(members);

    [Theory]
    [InlineData(Plain + "{ float a = x - y, b = a * a; var c = a + b; return c; }")]
    [InlineData(Plain + "{ float a; a = x; a += y; a -= 1; a *= a; a /= 2; x = a; return x + y; }")]
    [InlineData(Plain + "{ const float C = 2; const int D = 3; const bool E = true; return E ? C * x + D : y; }")]
    [InlineData(Plain + "{ bool near = x < 1; if (y < 0) near = true; near &= y < 3; near |= x == 3.75f; return near ? x : y; }")]
    [InlineData(Plain + "{ bool known = true; if (known && x > 0) { known = false; } return known || !known && y > 0 ? 1 : 2; }")]
    [InlineData(Plain + "{ { float a = x; { float b = a; y = b; } } { float a = y; return a; } }")]
    [InlineData(Plain + "{ float @class = x, sum = y, index = sum + 1, local0 = index * @class; ; return local0; }")]
    [InlineData(Plain + "{ float a = x; float b = a; a = y; return a - b; }")]
    public void LocalVariables(string members) => Check(members);

    [Theory]
    [InlineData(Plain + "{ if (x > 0) return x; return y; }")]
    [InlineData(Plain + "{ if (x > 0) { if (y > 0) return 1; x = 2; } else if (x < -1) return 3; else { y = 4; } return x + y; }")]
    [InlineData(Plain + "{ float a; if (x > y) a = x; else a = y; return a; }")]
    [InlineData(Plain + "{ float a = 0; if (x > y) { a = x; y = 2; } return a + y; }")]
    [InlineData(Plain + "{ float a; if (true) a = x; return a; }")]
    [InlineData(Plain + "{ float a; if (false) { a = x % 2; return a; } return y; }")]
    [InlineData(Plain + "{ if (true) return x; else return y % 2; }")]
    [InlineData(Plain + "{ float a; if (!true) x %= 2; else { a = y; return a; } return x; }")]
    [InlineData(Plain + "{ return x; x = y % 2; }")]
    [InlineData(Plain + "{ float a; return false && a > 0 || true || a > x ? y : a; }")]
    public void Statements(string members) => Check(members);

    [Theory]
    [InlineData("private static float Square(float a) => a * a; " + Plain + "=> Square(x - Square(y));")]
    [InlineData("private static float Least(float a, float b = 2, float c = 1) { if (a < b) return a; return b - c; } " + Plain + "=> Least(c: x, a: y) + Least(x);")]
    [InlineData("private static bool IsNear(float a, bool strict) => strict ? a < 1 : a <= 1; " + Plain + "=> IsNear(x, true) || IsNear(y, strict: false) ? x : y;")]
    [InlineData("public static float Twice(float a) { a *= 2; return a; } " + Plain + "=> Loss.Twice(x) + Twice(y);")]
    [InlineData("private static partial float Half(float a = 4); private static partial float Half(float a) => a / 2; " + Plain + "=> Half(x) + Half();")]
    [InlineData("[Formula] private static partial float Value(float x, float y); private static partial float Value(float x, float y) { return x + y; }")]
    [InlineData("private static float Leaf(float a) => a + 1; private static float Branch(float a) => Leaf(a) * Leaf(a + 1); " + Plain + "=> Branch(x) + Branch(y) + Leaf(x);")]
    public void Calls(string members) => Check(members);

    /// <summary>Their initialisers are evaluated as in C#, in textual order.</summary>
    [Theory]
    [InlineData("private static readonly float Half = 0.5f, Quarter = Half / 2, Third = 1f / 3; " + Plain + "=> Half * x + Quarter * y + Third;")]
    [InlineData("private static readonly float LogTwo = MathF.Log(2), Root = MathF.Sqrt(2 * MathF.PI); " + Plain + "=> LogTwo * x + y / Root;")]
    [InlineData("private static readonly double Wide = 0.1f + 0.2, Narrow = (float)Wide; private static readonly float Sum = (float)(Wide + Narrow); " + Plain + "=> (float)(Wide * x) + (float)Narrow * y + Sum;")]
    [InlineData("private static readonly int Two = 2, Also = Two; private static readonly long Three = Also; private static readonly byte Four = (byte)4.5f; " + Plain + "=> Two * x + Three * y + Four;")]
    [InlineData("private static readonly bool IsOn = MathF.Exp(1) > 2 && !false; " + Plain + "=> IsOn ? x : y;")]
    [InlineData("private static readonly float Sign = -1, Choice = Sign > 0 ? 1 : MathF.Max(Sign, -0.25f); " + Plain + "{ const float Local = 3; return MathF.Pow(x, 2) * Choice * Local + y; }")]
    [InlineData("private static readonly float Tiny = 1e-45f / 2, Huge = float.MaxValue * 2, None = Huge - Huge, Zero = -0f; " + Plain + "=> x > 0 ? Tiny + 1 / Zero : y > 0 ? Huge : None;")]
    [InlineData("private static readonly float Exponent = 1 + 1; " + Plain + "=> MathF.Pow(x, Exponent) + y;")]
    [InlineData("private static float Cube(float a) => a * a * a; private static readonly float Eight = Cube(2); " + Plain + "=> Eight * x - y;")]
    [InlineData(Plain + "=> Other.Twice * x + y / Other.More.Third; } internal static class Other { internal static readonly float Twice = 2 * More.Third; internal static class More { internal static readonly float Third = 1f / 3; }")]
    [InlineData(Plain + "=> Other.Twice * x * y; } internal readonly struct Other { public static readonly float One = 1, Twice = One + One;")]
    public void StaticReadOnlyFields(string members) => Check(members);

    [Theory]
    [InlineData(Plain + "=> Other.Half(x) - Other.Half(a: y); } internal static class Other { public static float Half(float a, float by = 2) { float b = a; return b / by; }")]
    [InlineData(Plain + "=> x.Half() + Other.Half(y); } internal static class Other { public static float Half(this float a) => a / 2;")]
    [InlineData(Plain + "=> x.Between(y, 3).Half(); } internal static class Other { public static float Half(this float a) => a / 2; public static float Between(this float a, float b, float t) { if (t > 2) return a + t * b; return a; }")]
    [InlineData(Plain + "=> x.Half() + float.Twice(y); } internal static class Other { extension(float a) { public float Half() => a / 2; public static float Twice(float b) => 2 * b; }")]
    [InlineData("private static class Inner { internal static bool IsFar(double a) => a > 1; } " + Plain + "=> Inner.IsFar(x) ? x : y;")]
    [InlineData(Plain + "=> IOther.Half(x) - Record.Half(y); } internal interface IOther { static float Half(float a) => a / 2; } internal record Record { internal static float Half(float a) => IOther.Half(a);")]
    public void MethodsOfOtherTypes(string members) => Check(members);

    /// <summary>Nothing is less than itself, and NaN is not equal to itself; generated code expresses this without a warning.</summary>
    [Theory]
    [InlineData("x == x")]
    [InlineData("y == y && x > 0")]
    [InlineData("x != x")]
    [InlineData("x < x")]
    [InlineData("x > x")]
    [InlineData("x <= x")]
    [InlineData("x >= x")]
    [InlineData("!(x < x) && x * y == x * y")]
    [InlineData("x is float.NaN")]
    [InlineData("x is not float.NaN and >= 0 and < 1")]
    [InlineData("x - x == 0")]
    [InlineData("MathF.Max(x, x) == x")]
    [InlineData("x / x == x / x")]
    public void ComparisonsWithItself(string condition)
    {
        CustomLoss loss = CustomLoss.Compile("\n#pragma warning disable CS1718\n" + Plain + "{ float same = x; bool chosen = " + condition + "; return chosen && same <= x ? 3 * x + y : 5 * x; }", isGenerated: true, unused: "ForwardBackward");
        foreach ((double x, double y) in Points.SelectMany(static x => Points.Select(y => (x, y))))
        {
            double expected = loss.Run(x, y);
            AssertNear(expected, loss.Evaluate(x, y), "read at", x, y);
            AssertNear(expected, loss.Generated(x, y), "generated at", x, y);
            if (double.IsFinite(x) && double.IsFinite(y) && x != 0)
            {
                // Piecewise linear: the derivative is that of the piece.
                double slope = expected == (5 * x) && expected != ((3 * x) + y) ? 5 : 3;
                AssertNear(slope, loss.Slope(x, y), "slope at", x, y);
            }
        }
    }

    [Theory]
    [InlineData("x - x + y", 0)]
    [InlineData("MathF.Max(x, x) + y", 1)]
    [InlineData("MathF.Min(x, x) * y", 2)]
    public void ArithmeticWithItself(string value, double slope)
    {
        CustomLoss loss = CustomLoss.Compile(Plain + "=> " + value + ";", isGenerated: true, unused: "ForwardBackward");
        foreach ((double x, double y) in Points.SelectMany(static x => Points.Select(y => (x, y))))
        {
            AssertNear(loss.Run(x, y), loss.Generated(x, y), "generated at", x, y);
        }

        AssertNear(slope, loss.Slope(3.75, 2), "slope at", 3.75, 2);
    }

    [Theory]
    [InlineData("Abs(x)")]
    [InlineData("Min(x, y)")]
    [InlineData("Max(val2: x, val1: 1)", "Math")]
    [InlineData("Max(x, y)")]
    [InlineData("Clamp(x, -1, 2)", "Math", "float", "double")]
    [InlineData("Sqrt(x)")]
    [InlineData("Exp(x)")]
    [InlineData("Log(x)")]
    [InlineData("Floor(x)")]
    [InlineData("FusedMultiplyAdd(x, y, 3)")]
    [InlineData("Pow(x, 2) + x * 1")]
    [InlineData("LogP1(x)", "float", "double")]
    public void Functions(string call, params string[] types)
    {
        foreach (string type in types.Length > 0 ? types : ["MathF", "Math", "float", "double"])
        {
            bool isWide = type is "Math" or "double";
            Check((isWide ? Wide : Plain) + "=> " + type + "." + call + ";");
        }
    }

    [Theory]
    [InlineData("MathF.Tanh(x)")]
    [InlineData("MathF.Sin(x)")]
    [InlineData("MathF.Cos(x)")]
    [InlineData("float.Exp2(x)")]
    [InlineData("MathF.Log2(x)")]
    [InlineData("float.ExpM1(x)")]
    [InlineData("MathF.Pow(x, 2.5f)")]
    [InlineData("MathF.Pow(3, power)")]
    [InlineData("MathF.Pow(x, power * 2 + 1)")]
    public void FurtherFunctions(string call) => Check(Head + ", [Parameter] float power = 0.75f) => " + call + ";");
}
