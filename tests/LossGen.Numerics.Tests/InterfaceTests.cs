using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>What every loss says of itself to code that knows no loss, and calls whose arguments that code supplies: bit for bit those of the class's own members.</summary>
public sealed class InterfaceTests
{
    private const int Samples = 40;

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using System;
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 5, 4, 3, Label = LabelType.Byte)] public sealed partial class Pixels;
        [SoftmaxLoss(10, Shape.Batch, Dim = 0, Weighting = WeightingMode.PerPrediction)] public sealed partial class Weighted;
        [SquareLoss] public sealed partial class Distance;
        [TripletMarginLoss(Shape.Batch, 16, Element = ElementType.Double)] public sealed partial class Speakers;

        [AxisLoss(Shape.Batch, 8)]
        public sealed partial class Scaled
        {
            [Formula]
            private static float Value(ReadOnlySpan<float> x, [NoGradient] float y, [Learned] float factor, ReadOnlySpan<bool> isKept)
            {
                float sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += isKept[i] ? factor * (x[i] - y) * (x[i] - y) : 0;
                }

                return sum;
            }
        }

        [ElementwiseLoss(Reduction = LossReduction.Sum)] public sealed partial class Penalty { [Formula] private static double Value(double x) => x * x; }

        public static class Typed
        {
            public static double Pixels(float[] x, byte[] labels, float[] gradient) => new Pixels().ForwardBackward(x, labels, gradient, scale: 3);
            public static double Weighted(float[] x, int[] labels, float[] weights, float[] gradient) => new Weighted().ForwardBackward(x, labels, weights, gradient, 3);
            public static double Distance(float[] x, float[] y, float[] xGradient, float[] yGradient) => new Distance().ForwardBackward(x, y, xGradient, yGradient, 3);
            public static double Scaled(float[] x, float[] y, float[] scale, bool[] isKept, float[] xGradient, float[] scaleGradient) => new Scaled().ForwardBackward(x, y, scale, isKept, xGradient, scaleGradient, 3);
            public static double Speakers(double[] a, double[] p, double[] n, double[] aGradient, double[] pGradient, double[] nGradient) => new Speakers().ForwardBackward(a, p, n, aGradient, pGradient, nGradient, 3);
            public static double Penalty(double[] x, double[] gradient) => new Penalty().ForwardBackward(x, gradient, 3);
        }
        """,
    ]);

    public static TheoryData<string, string, int?, int, string> Described => new()
    {
        { "Pixels", "Batch 5 4 3", 1, 60, "logits:Elements:Single:gradient labels:Labels:Byte" },
        { "Weighted", "10 Batch", 0, 10, "logits:Elements:Single:gradient labels:Labels:Int32 weights:Elements:Single" },
        { "Distance", "Batch", null, 1, "prediction:Elements:Single:gradient target:Elements:Single:gradient" },
        { "Speakers", "Batch 16", 1, 16, "anchor:Elements:Double:gradient positive:Elements:Double:gradient negative:Elements:Double:gradient" },
        { "Scaled", "Batch 8", 1, 8, "x:Elements:Single:gradient y:Locations:Single factor:Call:Single:gradient isKept:Elements:Boolean" },
        { "Penalty", "Batch", null, 1, "x:Elements:Double:gradient" },
    };

    [Theory]
    [MemberData(nameof(Described))]
    public void ALossSaysWhatItTakes(string name, string shape, int? classAxis, int elementsPerSample, string inputs)
    {
        var loss = (ILoss)Compiled.Instance(name);
        Assert.Equal(shape, string.Join(' ', loss.Shape.ToArray().Select(static size => size == Shape.Batch ? "Batch" : size.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(classAxis, loss.ClassAxis);
        Assert.Equal(elementsPerSample, loss.ElementsPerSample);
        Assert.Equal(inputs, string.Join(' ', loss.Inputs.Select(static input => $"{input.Name}:{input.Kind}:{input.ElementType.Name}{(input.HasGradient ? ":gradient" : "")}")));
    }

    [Theory]
    [InlineData("Pixels")]
    [InlineData("Weighted")]
    [InlineData("Distance")]
    [InlineData("Speakers")]
    [InlineData("Scaled")]
    [InlineData("Penalty")]
    public void CallsGiveTheBitsOfTheClassItself(string name)
    {
        var loss = (ILoss)Compiled.Instance(name);
        int locations = loss.ClassAxis is { } axis ? Samples * loss.ElementsPerSample / loss.Shape[axis] : Samples;
        ArrayArguments arguments = new(loss, input => input.Kind switch
        {
            LossInputKind.Elements => Samples * loss.ElementsPerSample,
            LossInputKind.Call => 1,
            _ => locations,
        });
        double value = loss.ForwardBackward(arguments, 3);
        Array[] gradients = [.. arguments.Gradients.Select(static gradient => (Array)gradient.Clone())];
        arguments.Clear();
        loss.Backward(arguments, 3);
        Assert.Equal(gradients, arguments.Gradients);
        Assert.Equal(value, loss.Forward(arguments));

        Array[] expected = [.. arguments.Gradients.Select(static gradient => Array.CreateInstance(gradient.GetType().GetElementType()!, gradient.Length))];
        object? typed = Compiled.Type("Typed").GetMethod(name)!.Invoke(null, [.. arguments.Inputs, .. expected]);
        Assert.Equal(value, typed);
        Assert.Equal(expected, gradients);
        Assert.Contains(gradients.SelectMany(static gradient => gradient.Cast<object>()), static slope => Convert.ToDouble(slope, System.Globalization.CultureInfo.InvariantCulture) != 0);
    }

    // Random numbers for what a loss takes.
    private sealed class ArrayArguments : ILossArguments
    {
        private readonly Array[] ofInputs;

        public ArrayArguments(ILoss loss, Func<LossInputInfo, int> length)
        {
            Random random = new(1);
            Inputs = [.. loss.Inputs.Select(input => Drawn(random, input, length(input)))];
            ofInputs = [.. loss.Inputs.Select((input, number) => input.HasGradient ? Array.CreateInstance(input.ElementType, Inputs[number].Length) : Array.Empty<int>())];
        }

        public Array[] Inputs { get; }

        public Array[] Gradients => [.. ofInputs.Where(static gradient => gradient is not int[])];

        public ReadOnlySpan<T> Input<T>(int input)
            where T : unmanaged => (T[])Inputs[input];

        public Span<T> Gradient<T>(int input)
            where T : unmanaged => (T[])ofInputs[input];

        public void Clear()
        {
            foreach (Array gradient in Gradients)
            {
                Array.Clear(gradient);
            }
        }

        private static Array Drawn(Random random, LossInputInfo input, int length)
        {
            Array drawn = Array.CreateInstance(input.ElementType, length);
            for (int i = 0; i < length; i++)
            {
                drawn.SetValue(Convert.ChangeType(input.Kind == LossInputKind.Labels ? random.Next(5) : input.ElementType == typeof(bool) ? random.Next(2) : 0.5 + random.NextDouble(), input.ElementType, System.Globalization.CultureInfo.InvariantCulture), i);
            }

            return drawn;
        }
    }
}
