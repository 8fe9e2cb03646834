using static LossGen.Generator.Tests.Formulas.FormulaMeaning;

namespace LossGen.Generator.Tests.Formulas;

/// <summary>Loops that run a known number of times, the integers that count their steps, and local functions.</summary>
public sealed class FormulaStepTests
{
    private const string Plain = "[Formula] private static float Value(float x, float y) ";

    [Theory]
    [InlineData("{ float product = 1; for (int i = 0; i < 5; i++) product *= x; return product + y; }")]
    [InlineData("{ float sum = 0, power = x; for (int i = 0; i < 4; ++i) { sum += power / (2 * i + 1); power *= -x * y; } return sum; }")]
    [InlineData("{ float sum = y; for (int i = 6; i > 0; i -= 2) sum = sum * x + i; return sum; }")]
    [InlineData("{ float sum = 0; for (int i = 0; i < 3; i++) for (int j = i; j < 3; j++) sum += i * j * x - (i + 1) * y; return sum; }")]
    [InlineData("{ float sum = 0; int i = 1; while (i < 20) { sum += x / i; i *= 3; } return sum - y; }")]
    [InlineData("{ float sum = 0; int i = 0; do { sum += x; i++; } while (i < 3); return sum + y; }")]
    [InlineData("{ for (int i = 0; i < 0; i++) x = float.NaN; return x + y; }")]
    [InlineData("{ float sum = 0; for (int i = 0; i < 4; i++) if (i % 2 == 0) sum += x; else sum -= y; return sum; }")]
    [InlineData("{ float sum = 0; for (int i = 0; i < 4; i++) { bool isOdd = (i & 1) == 1; sum += isOdd ? x : y; } return sum; }")]
    [InlineData("{ float least = x; for (int i = 0; i < 3; i++) if (y * i < least) least = y * i; return least; }")]
    [InlineData("{ const int Steps = 3; float sum = x; for (uint i = 0; i < Steps; i++) { float term = y * i; sum += term; } return sum; }")]
    public void Loops(string body) => Check(Plain + body);

    [Theory]
    [InlineData("{ int n = 2; return n * x + (float)n + y; }")]
    [InlineData("{ int n; n = 1; n += 2; return x * n + y; }")]
    [InlineData("{ byte n = 255; n++; return x * n + y; }")]
    [InlineData("{ sbyte n = -127; n -= 2; uint m = 0; m--; long k = 1L << 40; return x * n + y * m + k; }")]
    [InlineData("{ int n = int.MinValue; n = -n; return x * n + y; }")]
    [InlineData("{ int n = 7; int half = n / 2, rest = n % 4, negative = -n, all = ~n; return x * half + y * rest + negative + all; }")]
    [InlineData("{ int n = int.MaxValue; n = n + 1; return n * x + y; }")]
    [InlineData("{ int n = 3; return n > 2 && n != 4 ? x : y; }")]
    [InlineData("{ int n = 1; if (x > y) n = 1; return n * x; }")]
    public void Integers(string body) => Check(Plain + body);

    [Theory]
    [InlineData("{ static float Square(float a) => a * a; return Square(x) - Square(y); }")]
    [InlineData("{ float scale = 2; float Scaled(float a) => scale * a; scale = 3; return Scaled(x) + y; }")]
    [InlineData("{ float Twice(float a) { float once = a + y; return once + once; } return Outer(x); float Outer(float a) => Twice(a) * x; }")]
    [InlineData("{ float sum = 0; for (int i = 0; i < 3; i++) sum += Term(); return sum; float Term() => x + y; }")]
    public void LocalFunctions(string body) => Check(Plain + body);

    [Theory]
    [InlineData("static float Power(float a, int n) { float product = 1; for (int i = 0; i < n; i++) product *= a; return product; } ", "=> Power(x, 3) + Power(y, 2);")]
    [InlineData("static float Power(float a, int n) { float product = 1; for (; n > 0; n--) product *= a; return product; } ", "{ float sum = 0; for (int i = 1; i < 4; i++) sum += Power(x, i) * y; return sum; }")]
    [InlineData("const int Terms = 4; static readonly int First = 1; ", "{ float sum = 0; for (int i = 1; i < Terms; i++) sum += x * i; return sum + y * First; }")]
    public void IntegersOfMethodsAndFields(string members, string body) => Check(members + Plain + body);
}
