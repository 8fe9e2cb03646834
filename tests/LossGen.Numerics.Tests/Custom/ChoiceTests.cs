using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>
/// Parameters that are choices, and inputs of other types than the result, in formulas of one element: values and slopes of every member are those of the formula,
/// as C# computes it, for each choice.
/// </summary>
public sealed class ChoiceTests
{
    private const int Most = 75;

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using System;
        using LossGen;

        public enum Kind : long { Square, Huber, Same = 0, @class = -7 }

        [ElementwiseLoss(Reduction = LossReduction.Sum)]
        public sealed partial class Robust
        {
            [Formula]
            private static double Value(double x, double y, [Parameter(Minimum = 0)] double delta, [Parameter] Kind kind = Kind.Huber, [Parameter] bool isSquared = true)
            {
                double d = x - y;
                if (isSquared)
                {
                    d *= d;
                }

                return kind switch { Kind.Square => d * d, Kind.Huber => Math.Abs(d) < delta ? d * d / 2 : delta * (Math.Abs(d) - delta / 2), _ => Math.Sqrt(1 + d * d) };
            }

            public static double Deviation(int count) => Check.Of(count, Kind.Square, true) + Check.Of(count, Kind.Square, false) + Check.Of(count, Kind.Huber, true)
                + Check.Of(count, Kind.Huber, false) + Check.Of(count, Kind.@class, true) + Check.Of(count, Kind.@class, false);

            private static class Check
            {
                public static double Of(int count, Kind kind, bool isSquared) => Deviations.Of(
                    count,
                    (x, y, g) => { var loss = new Robust(0.3, kind, isSquared); double value = loss.ForwardBackward(x, y, g); return loss.Forward(x, y) == value ? value : double.NaN; },
                    (x, y) => Value(x, y, 0.3, kind, isSquared));
            }
        }

        [ElementwiseLoss(Reduction = LossReduction.Sum)]
        public sealed partial class Powers
        {
            [Formula]
            private static double Value(double x, double y, [Parameter(Minimum = -1, Maximum = 3)] int power, [Parameter] int shift = 2)
            {
                double product = power < 0 ? 1 / (1 + x * x) : 1;
                for (int k = 0; k < power; k++)
                {
                    product *= x - k * y;
                }

                return product * (shift + y) + x * y * power + power * x + (shift > 4 ? x : 0) + (power == 2 && shift == 6 ? 1 : 0) * y;
            }

            public static double Deviation(int count)
            {
                double worst = 0;
                for (int power = -1; power <= 3; power++)
                {
                    int p = power;
                    worst += Deviations.Of(count, (x, y, g) => new Powers(p, 6).ForwardBackward(x, y, g), (x, y) => Value(x, y, p, 6));
                }

                return worst;
            }
        }

        [ElementwiseLoss(Reduction = LossReduction.Sum)]
        public sealed partial class Typed
        {
            [Formula]
            private static double Value(double x, float scale, int kind, bool isKept, byte count, ushort rank, long time)
            {
                int d = kind - rank;
                double y = kind switch { 0 => x * x, < 0 => Math.Exp(-x), 1 or 2 => d * x, _ => Math.Abs(d) * Math.Sin(x) };
                return isKept ? y * scale + Math.Max(count, rank) * x : time > 5_000_000_000 ? -x : time == kind ? x / 2 : 0;
            }

            public static double Deviation(int count) => Deviations.Of(count, (x, y, g) => Run(x, y, g), (x, y) => Value(x, (float)y, Int(y), y > 0, (byte)(Int(y) & 3), (ushort)(Int(y) & 7), Time(y)));

            private static double Run(double[] x, double[] y, double[] g)
            {
                float[] scales = Array.ConvertAll(y, v => (float)v), scaleGradient = new float[y.Length];
                double value = new Typed().ForwardBackward(x, scales, Array.ConvertAll(y, Int), Array.ConvertAll(y, v => v > 0), Array.ConvertAll(y, v => (byte)(Int(v) & 3)), Array.ConvertAll(y, v => (ushort)(Int(v) & 7)), Array.ConvertAll(y, Time), g, scaleGradient);
                return value;
            }

            private static int Int(double y) => (int)Math.Round(3 * y);

            private static long Time(double y) => y < -1 ? 6_000_000_000 : Int(y);
        }

        [ElementwiseLoss(Reduction = LossReduction.Sum)]
        public sealed partial class TypedToo
        {
            [Formula]
            private static double Value(double x, sbyte sign, short rank, uint count)
            {
                int d = rank - sign;
                double y = rank switch { 0 => x * x, < 0 => Math.Exp(-x), _ => d * x };
                return count > 3_000_000_000 ? -x * sign : y * sign + Math.Max(rank, sign) * x + count / 3e9;
            }

            public static double Deviation(int count) => Deviations.Of(count, (x, y, g) => Run(x, y, g), (x, y) => Value(x, Sign(y), Rank(y), Count(y)));

            private static double Run(double[] x, double[] y, double[] g) =>
                new TypedToo().ForwardBackward(x, Array.ConvertAll(y, Sign), Array.ConvertAll(y, Rank), Array.ConvertAll(y, Count), g);

            private static sbyte Sign(double y) => (sbyte)Math.Clamp(Math.Round(60 * y), -128, 127);

            private static short Rank(double y) => (short)Math.Round(1000 * y - 1);

            private static uint Count(double y) => y < -1 ? uint.MaxValue - 17 : (uint)Math.Abs(1_500_000_001 * y);
        }

        public interface IPenalty
        {
            static abstract double Of(double error);

            static virtual double Twice(double error) => 2 * error;
        }

        public readonly struct Huber : IPenalty
        {
            public static double Of(double error) => Math.Abs(error) < 1 ? error * error / 2 : Math.Abs(error) - 0.5;
        }

        public readonly struct Root : IPenalty
        {
            public static double Of(double error) => Math.Sqrt(1 + error * error);

            public static double Twice(double error) => 3 * error;
        }

        public abstract class Shared
        {
            protected static double Squared(double x) => x * x;

            protected static double Penalty<T>(double error)
                where T : IPenalty => Inner<T>(error);

            private static double Inner<TPenalty>(double error)
                where TPenalty : IPenalty => TPenalty.Of(error);
        }

        [ElementwiseLoss(Reduction = LossReduction.Sum)]
        public sealed partial class Tables : Shared
        {
            private static readonly double[] Nodes = [0.1, 0.5, 0.9];
            private static readonly int[] Powers = { 1, 2, 3 };

            private static ReadOnlySpan<float> Weights => [0.25f, 0.5f, 0.125f];

            [Formula]
            private static double Value(double x, double y)
            {
                double sum = 0;
                for (int k = 0; k < Nodes.Length; k++)
                {
                    double power = 1;
                    for (int j = 0; j < k; j++)
                    {
                        power *= x;
                    }

                    sum += Weights[k] * Squared(x - Nodes[k] * y) * Powers[k] * power;
                }

                return sum + Penalty<Huber>(x - y) * Penalty<Root>(x) + Nodes[^1];
            }

            public static double Deviation(int count) => Deviations.Of(count, (x, y, g) => new Tables().ForwardBackward(x, y, g), Value);
        }

        [AxisLoss(Shape.Batch, 3, Reduction = LossReduction.Sum)]
        public sealed partial class AxisTables
        {
            private static readonly double[] Scales = new[] { 0.1, 0.5, 0.9, 4 };

            [Formula]
            private static double Value(ReadOnlySpan<double> x, int label)
            {
                double sum = 0;
                for (int k = 0; k < x.Length; k++)
                {
                    sum += Scales[k] * x[k] * x[k];
                }

                return sum - Scales[label] * x[label];
            }

            public static double Deviation(int count) => Deviations.Of(
                count,
                (x, y, g) =>
                {
                    double[] all = new double[3 * count], slopes = new double[3 * count];
                    for (int i = 0; i < count; i++)
                    {
                        (all[3 * i], all[3 * i + 1], all[3 * i + 2]) = (x[i], y[i], x[i] * y[i]);
                    }

                    double value = new AxisTables().ForwardBackward(all, Array.ConvertAll(y, Label), slopes);
                    for (int i = 0; i < count; i++)
                    {
                        g[i] = slopes[3 * i] + y[i] * slopes[3 * i + 2];
                    }

                    return value;
                },
                (x, y) => Value([x, y, x * y], Label(y)));

            private static int Label(double y) => y < -1 ? 0 : y < 1 ? 1 : 2;
        }

        [AxisLoss(Shape.Batch, 100, Reduction = LossReduction.Sum)]
        public sealed partial class MixedRow
        {
            [Formula]
            private static double Value(ReadOnlySpan<double> x, [NoGradient] ReadOnlySpan<float> y, ReadOnlySpan<bool> isUsed)
            {
                double sum = 0;
                int used = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    if (!isUsed[i])
                    {
                        continue;
                    }

                    sum += x[i] * x[i] * y[i];
                    used++;
                }

                return used > 0 ? sum / used : 0;
            }

            // Each sample's row is x and y in turn, so that its slope by x is the sum of every second one.
            public static double Deviation(int count) => Deviations.Of(
                count,
                (x, y, g) =>
                {
                    double[] rows = new double[100 * count], slopes = new double[100 * count];
                    for (int i = 0; i < rows.Length; i++)
                    {
                        rows[i] = i % 2 == 0 ? x[i / 100] : y[i / 100];
                    }

                    double value = new MixedRow().ForwardBackward(rows, Held(count), Used(count), slopes);
                    for (int i = 0; i < rows.Length; i += 2)
                    {
                        g[i / 100] += slopes[i];
                    }

                    return value;
                },
                (x, y) => Value(Array.ConvertAll(Held(1), v => v < 0 ? x : y), Held(1), Used(1)));

            // Negative at even places.
            private static float[] Held(int count)
            {
                float[] held = new float[100 * count];
                for (int i = 0; i < held.Length; i++)
                {
                    held[i] = (i % 2 == 0 ? -0.1f : 0.1f) * (1 + i % 100 % 7);
                }

                return held;
            }

            private static bool[] Used(int count)
            {
                bool[] used = new bool[100 * count];
                for (int i = 0; i < used.Length; i++)
                {
                    used[i] = i % 100 % 3 != 0;
                }

                return used;
            }
        }

        internal static class Deviations
        {
            public static double Of(int count, Func<double[], double[], double[], double> run, Func<double, double, double> formula)
            {
                Random random = new(count);
                double[] x = new double[count], y = new double[count], g = new double[count];
                for (int i = 0; i < count; i++)
                {
                    (x[i], y[i]) = (2 * random.NextDouble() - 1, 4 * random.NextDouble() - 2);
                }

                double value = run(x, y, g), sum = 0, worst = 0;
                for (int i = 0; i < count; i++)
                {
                    sum += formula(x[i], y[i]);
                    double slope = (formula(x[i] + 1e-5, y[i]) - formula(x[i] - 1e-5, y[i])) / 2e-5;
                    worst = Math.Max(worst, Math.Abs(slope - g[i]) / (1 + Math.Abs(slope)));
                }

                // Slopes by differences have ten digits.
                return (worst < 1e-7 ? 0 : worst) + (Math.Abs(sum - value) < 1e-12 * (1 + Math.Abs(sum)) ? 0 : 1 + Math.Abs(sum - value));
            }
        }
        """,
    ]);

    [Theory]
    [InlineData("Robust")]
    [InlineData("Powers")]
    [InlineData("Typed")]
    [InlineData("TypedToo")]
    [InlineData("Tables")]
    [InlineData("AxisTables")]
    [InlineData("MixedRow")]
    public void ValuesAndSlopesAreThoseOfTheFormula(string loss)
    {
        MethodInfo deviation = Compiled.Type(loss).GetMethod("Deviation")!;
        Assert.All(Enumerable.Range(0, Most), count => Assert.Equal(0.0, deviation.Invoke(null, [count])));
    }

    [Fact]
    public void AnEnumHasOneOfItsMembers()
    {
        object loss = Enum.ToObject(Compiled.Type("Kind"), 5);
        Exception thrown = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(Compiled.Type("Robust"), 1.0, loss, true)).InnerException!;
        Assert.Equal("kind", Assert.IsType<ArgumentOutOfRangeException>(thrown).ParamName);
        Assert.Contains("must be a member of Kind: Square", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIntegerIsWithinItsRange()
    {
        Exception thrown = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(Compiled.Type("Powers"), 4, 0)).InnerException!;
        Assert.Equal("power", Assert.IsType<ArgumentOutOfRangeException>(thrown).ParamName);
    }
}
