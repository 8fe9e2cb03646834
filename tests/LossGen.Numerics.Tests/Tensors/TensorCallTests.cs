using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Tensors;

/// <summary>Overloads that take tensors with shapes: each leaves the bits of the member that takes spans, in the tensors' own memory, and allocates nothing.</summary>
public sealed class TensorCallTests
{
    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using System;
        using System.Numerics.Tensors;
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 10, 4, 4, Each = true, Curvature = true, IgnoreLabel = -1, Outputs = LossOutputs.Predictions | LossOutputs.LogSumExps | LossOutputs.Probabilities | LossOutputs.Accuracy)]
        public sealed partial class Pixels
        {
            public static string Run(int n)
            {
                Pixels loss = new();
                Both<float> x = Both<float>.Random(1, n, 10, 4, 4), v = Both<float>.Random(2, n, 4, 4), g = Both<float>.Random(3, n, 10, 4, 4), h = Both<float>.Random(4, n, 10, 4, 4);
                Both<int> l = Both<int>.Labels(10, n, 4, 4), p = Both<int>.Labels(10, n, 4, 4);
                LossSum total = loss.Sums(x.Array, l.Array) + new LossSum(1.5, 3);
                Comparison same = new();
                same.Add(loss.Forward(x.Array, l.Array), loss.Forward(x.Tensor, l.Tensor));
                same.Add(loss.Sums(x.Array, l.Array), loss.Sums(x.Tensor, l.Tensor));
                loss.Backward(x.Array, l.Array, g.Array, 0.25);
                loss.Backward(x.Tensor, l.Tensor, g.Tensor, 0.25);
                same.Add(g);
                loss.Backward(x.Array, l.Array, total, g.Array);
                loss.Backward(x.Tensor, l.Tensor, total, g.Tensor);
                same.Add(g);
                same.Add(loss.ForwardBackward(x.Array, l.Array, g.Array, scale: 3), loss.ForwardBackward(x.Tensor, l.Tensor, g.Tensor, scale: 3));
                same.Add(g);
                loss.ForwardEach(x.Array, l.Array, v.Array);
                loss.ForwardEach(x.Tensor, l.Tensor, v.Tensor);
                same.Add(v);
                loss.BackwardEach(x.Array, l.Array, v.Array, g.Array);
                loss.BackwardEach(x.Tensor, l.Tensor, v.Tensor, g.Tensor);
                same.Add(g);
                same.Add(loss.ForwardBackwardCurvature(x.Array, l.Array, g.Array, h.Array), loss.ForwardBackwardCurvature(x.Tensor, l.Tensor, g.Tensor, h.Tensor));
                same.Add(g);
                same.Add(h);
                same.Add(loss.Forward(x.Array, l.Array, p.Array, v.Array, h.Array), loss.Forward(x.Tensor, l.Tensor, p.Tensor, v.Tensor, h.Tensor));
                same.Add(p);
                same.Add(v);
                same.Add(h);
                same.Add(loss.ForwardBackward(x.Array, l.Array, g.Array, p.Array, v.Array, h.Array, 2), loss.ForwardBackward(x.Tensor, l.Tensor, g.Tensor, p.Tensor, v.Tensor, h.Tensor, 2));
                same.Add(g);
                same.Add(p);
                same.Add(v);
                same.Add(h);

                // In place, as spans.
                loss.Backward(x.Array, l.Array, x.Array);
                loss.Backward(x.Tensor, l.Tensor, x.Tensor);
                same.Add(x);
                return same.Differences;
            }

            public static long Allocated()
            {
                Pixels loss = new();
                Both<float> x = Both<float>.Random(1, 3, 10, 4, 4), g = Both<float>.Random(2, 3, 10, 4, 4);
                Both<int> l = Both<int>.Labels(10, 3, 4, 4);
                float sum = 0;
                long before = 0;
                for (int i = 0; i < 200; i++)
                {
                    if (i == 100)
                    {
                        before = GC.GetAllocatedBytesForCurrentThread();
                    }

                    sum += loss.Forward(x.Tensor, l.Tensor) + loss.ForwardBackward(x.Tensor, l.Tensor, g.Tensor);
                }

                return float.IsNaN(sum) ? -1 : GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
        """,
        """
        using System;
        using System.Numerics.Tensors;
        using LossGen;

        [SquareLoss(Each = true, Curvature = true, Element = ElementType.Double)]
        public sealed partial class Distance
        {
            public static string Run(int n)
            {
                Distance loss = new();
                Comparison same = new();
                foreach (int[] shape in (int[][])[[n], [n, 3], [2, n, 1, 3], [1, 1, n, 1, 2, 1, 3]])
                {
                    Both<double> x = Both<double>.Random(1, shape), y = Both<double>.Random(2, shape), g = Both<double>.Random(3, shape), h = Both<double>.Random(4, shape);
                    same.Add(loss.Forward(x.Array, y.Array), loss.Forward(x.Tensor, y.Tensor));
                    loss.Backward(x.Array, y.Array, g.Array, h.Array, 0.5);
                    loss.Backward(x.Tensor, y.Tensor, g.Tensor, h.Tensor, 0.5);
                    same.Add(g);
                    same.Add(h);
                    loss.Backward(x.Array, y.Array, g.Array, scale: 5);
                    loss.Backward(x.Tensor, y.Tensor, g.Tensor, scale: 5);
                    same.Add(g);
                    LossSum total = loss.Sums(x.Tensor, y.Tensor) + loss.Sums(y.Array, x.Array);
                    loss.Backward(x.Array, y.Array, in total, g.Array, h.Array);
                    loss.Backward(x.Tensor, y.Tensor, in total, g.Tensor, h.Tensor);
                    same.Add(g);
                    same.Add(h);
                    same.Add(loss.ForwardBackward(x.Array, y.Array, h.Array), loss.ForwardBackward(x.Tensor, y.Tensor, h.Tensor, default));
                    same.Add(h);
                    loss.ForwardEach(x.Array, y.Array, g.Array);
                    loss.ForwardEach(x.Tensor, y.Tensor, g.Tensor);
                    same.Add(g);
                    loss.BackwardEach(x.Array, y.Array, y.Array, g.Array, h.Array);
                    loss.BackwardEach(x.Tensor, y.Tensor, y.Tensor, g.Tensor, h.Tensor);
                    same.Add(g);
                    same.Add(h);
                    same.Add(loss.ForwardBackwardCurvature(x.Array, y.Array, g.Array, h.Array), loss.ForwardBackwardCurvature(x.Tensor, y.Tensor, g.Tensor, h.Tensor));
                    same.Add(g);
                    same.Add(h);
                }

                return same.Differences;
            }
        }
        """,
        """
        using System;
        using System.Numerics.Tensors;
        using LossGen;

        [SoftmaxLoss(7, Shape.Batch, Dim = 0, Weighting = WeightingMode.PerLocation, Label = LabelType.Byte, Denominator = LossDenominator.WeightSum, Bottoms = ["shape", "total"])]
        public sealed partial class Weighted
        {
            public static string Run(int n)
            {
                Weighted loss = new();
                Both<float> x = Both<float>.Random(1, 7, n), w = Both<float>.Random(2, n), g = Both<float>.Random(3, 7, n);
                Both<byte> l = Both<byte>.Labels(7, n);
                Comparison same = new();
                same.Add(loss.Forward(x.Array, l.Array, w.Array), loss.Forward(x.Tensor, l.Tensor, w.Tensor));
                PartialSums sums = loss.Sums(x.Array, l.Array, w.Array);
                same.Add(sums, loss.Sums(x.Tensor, l.Tensor, w.Tensor));
                loss.Backward(x.Array, l.Array, w.Array, sums + sums, g.Array);
                loss.Backward(x.Tensor, l.Tensor, w.Tensor, sums + sums, g.Tensor);
                same.Add(g);
                same.Add(loss.ForwardBackward(x.Array, l.Array, w.Array, g.Array, 2), loss.ForwardBackward(x.Tensor, l.Tensor, w.Tensor, g.Tensor, 2));
                same.Add(g);
                return same.Differences;
            }
        }

        [MultinomialLogisticLoss(Shape.Batch, 6, 5, Weighting = WeightingMode.PerPrediction)]
        public sealed partial class WeightedElements
        {
            public static string Run(int n)
            {
                WeightedElements loss = new();
                Both<float> x = Both<float>.Random(1, n, 6, 5), w = Both<float>.Random(2, n, 6, 5), g = Both<float>.Random(3, n, 6, 5);
                Both<int> l = Both<int>.Labels(6, n, 5);
                Comparison same = new();
                same.Add(loss.ForwardBackward(x.Array, l.Array, w.Array, g.Array), loss.ForwardBackward(x.Tensor, l.Tensor, w.Tensor, g.Tensor));
                same.Add(g);
                return same.Differences;
            }
        }

        [ElementwiseLoss(Shape.Batch, 4)]
        public sealed partial class Odds
        {
            [Formula]
            private static float Value(float x, byte y, [Learned] float bias) => (x + bias - y) * (x + bias - y);

            public static string Run(int n)
            {
                Odds loss = new();
                Both<float> x = Both<float>.Random(1, n, 4), bias = Both<float>.Random(2, 1, 1), g = Both<float>.Random(3, n, 4), b = Both<float>.Random(4, 1, 1, 1);
                Both<byte> y = Both<byte>.Labels(2, n, 4);
                Comparison same = new();
                same.Add(loss.Forward(x.Array, y.Array, bias.Array), loss.Forward(x.Tensor, y.Tensor, bias.Tensor));
                same.Add(loss.ForwardBackward(x.Array, y.Array, bias.Array, g.Array, b.Array), loss.ForwardBackward(x.Tensor, y.Tensor, bias.Tensor, g.Tensor, b.Tensor));
                same.Add(g);
                same.Add(b);
                loss.Backward(x.Array, y.Array, bias.Array, default, b.Array);
                loss.Backward(x.Tensor, y.Tensor, bias.Array, default, b.Tensor);
                same.Add(b);
                return same.Differences;
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics;
        using System.Numerics.Tensors;
        using System.Runtime.InteropServices;

        /// <summary>The same numbers twice: as an array, and as a tensor over another one.</summary>
        public sealed record Both<T>(T[] Array, T[] Shaped, Tensor<T> Tensor)
            where T : unmanaged, INumber<T>
        {
            public static Both<T> Random(int seed, params int[] shape)
            {
                Random random = new(seed);
                return Of(shape, _ => T.CreateTruncating(0.1 + random.NextDouble()));
            }

            public static Both<T> Labels(int classes, params int[] shape)
            {
                Random random = new(5);
                return Of(shape, i => T.CreateTruncating(random.Next(classes)));
            }

            private static Both<T> Of(int[] shape, Func<int, T> element)
            {
                T[] array = [.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(element)];
                T[] shaped = [.. array];
                return new Both<T>(array, shaped, System.Numerics.Tensors.Tensor.Create(shaped, [.. shape.Select(length => (nint)length)]));
            }
        }

        public sealed class Comparison
        {
            private int count;

            public string Differences { get; private set; } = "";

            public void Add<T>(T expected, T actual)
                where T : unmanaged => Add(MemoryMarshal.AsBytes<T>([expected]).SequenceEqual(MemoryMarshal.AsBytes<T>([actual])), $"{actual} for {expected}");

            public void Add<T>(Both<T> both)
                where T : unmanaged, INumber<T> => Add(MemoryMarshal.AsBytes<T>(both.Array).SequenceEqual(MemoryMarshal.AsBytes<T>(both.Shaped)), "another array");

            private void Add(bool isSame, string difference)
            {
                count++;
                Differences += isSame ? "" : $"{count}: {difference}. ";
            }
        }
        """,
    ],
    takesTensors: true);

    [Theory]
    [InlineData("Pixels")]
    [InlineData("Distance")]
    [InlineData("Weighted")]
    [InlineData("WeightedElements")]
    [InlineData("Odds")]
    public void OverloadsLeaveTheBitsOfTheMembersOfSpans(string loss)
    {
        foreach (int samples in (int[])[0, 1, 2, 5, 64, 301])
        {
            Assert.Equal("", Compiled.Method<Func<int, string>>(loss, "Run")(samples));
        }
    }

    [Fact]
    public void NothingIsAllocated() => Assert.Equal(0, Compiled.Method<Func<long>>("Pixels", "Allocated")());
}
