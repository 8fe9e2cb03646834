using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>Compares every lane of a function, alone and among others, with its scalar overload, bit for bit; all NaN are equal.</summary>
internal static class LaneCheck
{
    private const int Count = 60_000;

    private static readonly double[] Neighbours =
    [
        0, -0.0, 1, -1, 0.3, -2.5, 1e-30, 1e30, 1e-310, 3e38, 1.7e308, -95, -740, 100,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, float.Epsilon, 1e-40,
    ];

    public static void Singles<TFunction>()
        where TFunction : IFunction
    {
        var random = new Random(1);
        for (int i = 0; i < Count; i++)
        {
            float x = (i % 3) switch
            {
                0 => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)),
                1 => (float)Neighbours[random.Next(Neighbours.Length)],
                _ => (float)TFunction.Sample(random, i),
            };
            Vector256<int> expected = Bits(Vector256.Create(TFunction.Run(x)));
            Vector256<float> alike = TFunction.Run(Vector256.Create(x));

            int lane = i % Vector256<float>.Count;
            Vector256<float> mixed = Vector256<float>.Zero;
            for (int k = 0; k < Vector256<float>.Count; k++)
            {
                mixed = mixed.WithElement(k, k == lane ? x : (float)Neighbours[random.Next(Neighbours.Length)]);
            }

            Vector256<float> result = TFunction.Run(mixed);
            Vector512<float> wide = TFunction.Run(Vector512.Create(Vector256.Create(x), mixed));
            if (Bits(alike) != expected || Bits(result)[lane] != expected[lane] || Bits(wide.GetLower()) != expected || Bits(wide.GetUpper()) != Bits(result))
            {
                Assert.Fail(FormattableString.Invariant($"f({x:R}) = {TFunction.Run(x):R}, in all lanes {alike}; among {mixed}: {result}; both in one vector: {wide}"));
            }
        }

        static Vector256<int> Bits(Vector256<float> v) => Vector256.ConditionalSelect(Vector256.IsNaN(v), Vector256.Create(float.NaN), v).AsInt32();
    }

    public static void Doubles<TFunction>()
        where TFunction : IFunction
    {
        var random = new Random(1);
        for (int i = 0; i < Count; i++)
        {
            double x = (i % 3) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => Neighbours[random.Next(Neighbours.Length)],
                _ => TFunction.Sample(random, i),
            };
            Vector256<long> expected = Bits(Vector256.Create(TFunction.Run(x)));
            Vector256<double> alike = TFunction.Run(Vector256.Create(x));

            int lane = i % Vector256<double>.Count;
            Vector256<double> mixed = Vector256<double>.Zero;
            for (int k = 0; k < Vector256<double>.Count; k++)
            {
                mixed = mixed.WithElement(k, k == lane ? x : Neighbours[random.Next(Neighbours.Length)]);
            }

            Vector256<double> result = TFunction.Run(mixed);
            Vector512<double> wide = TFunction.Run(Vector512.Create(Vector256.Create(x), mixed));
            if (Bits(alike) != expected || Bits(result)[lane] != expected[lane] || Bits(wide.GetLower()) != expected || Bits(wide.GetUpper()) != Bits(result))
            {
                Assert.Fail(FormattableString.Invariant($"f({x:R}) = {TFunction.Run(x):R}, in all lanes {alike}; among {mixed}: {result}; both in one vector: {wide}"));
            }
        }

        static Vector256<long> Bits(Vector256<double> v) => Vector256.ConditionalSelect(Vector256.IsNaN(v), Vector256.Create(double.NaN), v).AsInt64();
    }
}
