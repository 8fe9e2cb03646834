using System.Runtime.InteropServices;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>What a loss divides by: where that is 0, in parts of a batch, and of formulas that users write.</summary>
public sealed class DenominatorTests
{
    private const int Classes = 10;

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using System;
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.Kept, WhenEmpty = LossWhenEmpty.NaN)] public sealed partial class KeptOrNaN;
        [SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.Kept, WhenEmpty = LossWhenEmpty.Throw)] public sealed partial class KeptOrThrow;
        [SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.None, Denominator = LossDenominator.WeightSum, WhenEmpty = LossWhenEmpty.Throw)]
        public sealed partial class WeightsThatCancel
        {
            public static float Run() => new WeightsThatCancel().ForwardBackward(new float[4], new[] { 0, 1 }, new float[] { 1, 0, 0, -1 }, new float[4]);
        }
        [SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.Kept)] public sealed partial class KeptOrZero;

        [SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.WeightSum, WhenEmpty = LossWhenEmpty.NaN, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Weights = new[] { 0, 1, 2, 3, 0.5, 1, 1, 0, 7, 8 })]
        public sealed partial class WeightSumOrNaN;

        [SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.WeightSum, WhenEmpty = LossWhenEmpty.Throw, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Weights = new[] { 0, 1, 2, 3, 0.5, 1, 1, 0, 7, 8 })]
        public sealed partial class WeightSumOrThrow;

        [SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Byte, IgnoreLabel = 255, Denominator = LossDenominator.Kept)] public sealed partial class OfBytes;
        [SoftmaxLoss(Shape.Batch, 10, Label = LabelType.UInt16, IgnoreLabel = 3, Denominator = LossDenominator.Kept)] public sealed partial class OfShorts;
        [SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Int64, IgnoreLabel = -1, Denominator = LossDenominator.Kept, Parallelism = LossParallelism.Auto)] public sealed partial class OfLongs;

        [SoftmaxLoss(Shape.Batch, 10, Label = LabelType.SByte, IgnoreLabel = -100, Denominator = LossDenominator.Kept)] public sealed partial class OfSignedBytes;
        [SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Int16, IgnoreLabel = -1, Denominator = LossDenominator.Kept)] public sealed partial class OfSignedShorts;
        [SoftmaxLoss(Shape.Batch, 10, Label = LabelType.UInt32, IgnoreLabel = 2147483647, Denominator = LossDenominator.Kept)] public sealed partial class OfUnsigned;

        public static class Parts
        {
            // The deviation of the value and the gradients of two parts from those of the whole: 0 to the bit.
            public static double OfKept(float[] logits, int[] labels, int cut)
            {
                KeptOrZero loss = new();
                LossSum whole = loss.Sums(logits, labels);
                LossSum parts = loss.Sums(logits.AsSpan(0, 10 * cut), labels.AsSpan(0, cut)) + loss.Sums(logits.AsSpan(10 * cut), labels.AsSpan(cut));
                float[] gradient = new float[logits.Length], ofPart = new float[logits.Length - (10 * cut)];
                loss.Backward(logits, labels, gradient);
                loss.Backward(logits.AsSpan(10 * cut), labels.AsSpan(cut), parts, ofPart);
                return Math.Abs(loss.Total(whole) - loss.Total(parts)) + Math.Abs(whole.Count - parts.Count) + (gradient.AsSpan(10 * cut).SequenceEqual(ofPart) ? 0 : 1);
            }

            public static double OfWeightSum(float[] logits, int[] labels, int cut)
            {
                WeightSumOrNaN loss = new();
                WeightSumOrNaN.PartialSums whole = loss.Sums(logits, labels);
                WeightSumOrNaN.PartialSums parts = loss.Sums(logits.AsSpan(0, 10 * cut), labels.AsSpan(0, cut)) + loss.Sums(logits.AsSpan(10 * cut), labels.AsSpan(cut));
                float[] gradient = new float[logits.Length], ofPart = new float[logits.Length - (10 * cut)];
                loss.Backward(logits, labels, gradient);
                loss.Backward(logits.AsSpan(10 * cut), labels.AsSpan(cut), parts, ofPart);
                return Math.Abs(loss.Total(whole) - loss.Total(parts)) + Math.Abs(whole.Weight - parts.Weight) + (gradient.AsSpan(10 * cut).SequenceEqual(ofPart) ? 0 : 1);
            }
        }

        [AxisLoss(Shape.Batch, 6, 5, Dim = 1, IgnoreLabel = 255, Denominator = LossDenominator.Kept)]
        public sealed partial class Written
        {
            [Formula]
            private static double Value(ReadOnlySpan<double> x, ReadOnlySpan<double> y, byte label, double shift, [Learned] double slope)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += (x[i] - y[i]) * (x[i] - y[i]) * slope;
                }

                return sum - shift * x[label];
            }

            // Against the same loss of those locations alone.
            public static double Deviation()
            {
                Random random = new(7);
                const int Samples = 40, Count = 5 * Samples;
                byte[] labels = new byte[Count];
                double[] x = new double[6 * Count], y = new double[6 * Count], shift = new double[Count], slope = [1.3], zero = new double[6 * Count];
                double expected = 0, expectedSlope = 0;
                int kept = 0;
                for (int n = 0; n < Count; n++)
                {
                    labels[n] = random.Next(3) == 0 ? (byte)255 : (byte)random.Next(6);
                    shift[n] = labels[n] == 255 ? double.NaN : random.NextDouble();
                    for (int c = 0; c < 6; c++)
                    {
                        int place = (n / 5 * 30) + (n % 5) + (5 * c);
                        (x[place], y[place]) = labels[n] == 255 ? (double.NaN, double.PositiveInfinity) : (random.NextDouble(), random.NextDouble());
                        if (labels[n] != 255)
                        {
                            double square = (x[place] - y[place]) * (x[place] - y[place]);
                            expected += (square * slope[0]) - (c == labels[n] ? shift[n] * x[place] : 0);
                            expectedSlope += square;
                        }
                    }

                    kept += labels[n] == 255 ? 0 : 1;
                }

                double[] byX = Filled(x.Length), byY = Filled(x.Length), byShift = Filled(Count), bySlope = [double.NaN];
                double value = new Written().ForwardBackward(x, y, labels, shift, slope, byX, byY, byShift, bySlope);
                double deviation = Math.Abs(value - (expected / kept)) + Math.Abs(bySlope[0] - (expectedSlope / kept));
                for (int n = 0; n < Count; n++)
                {
                    for (int c = 0; c < 6; c++)
                    {
                        int place = (n / 5 * 30) + (n % 5) + (5 * c);
                        double slopeOfX = labels[n] == 255 ? 0 : ((2 * slope[0] * (x[place] - y[place])) - (c == labels[n] ? shift[n] : 0)) / kept;
                        deviation += Math.Abs(byX[place] - slopeOfX) + Math.Abs(byY[place] - (labels[n] == 255 ? 0 : -2 * slope[0] * (x[place] - y[place]) / kept));
                    }

                    deviation += Math.Abs(byShift[n] - (labels[n] == 255 ? 0 : -x[(n / 5 * 30) + (n % 5) + (5 * labels[n])] / kept));
                }

                return deviation;
            }

            private static double[] Filled(int count)
            {
                double[] values = new double[count];
                Array.Fill(values, double.NaN);
                return values;
            }
        }
        """,
    ]);

    [Fact]
    public void WhereNothingIsKeptTheValueIsAsDeclaredAndGradientsAreZero()
    {
        float[] logits = [.. Enumerable.Repeat(float.NaN, 3 * Classes)];
        int[] ignored = [-100, -100, -100];
        int[] weightless = [0, 7, 0];
        foreach ((string loss, int[] labels, float expected) in new[] { ("KeptOrZero", ignored, 0f), ("KeptOrNaN", ignored, float.NaN), ("WeightSumOrNaN", ignored, float.NaN), ("WeightSumOrNaN", weightless, float.NaN) })
        {
            float[] gradient = [.. Enumerable.Repeat(1f, logits.Length)];
            float[] given = labels == ignored ? logits : [.. Enumerable.Range(0, logits.Length).Select(static i => i % 7 * 0.1f)];
            Assert.Equal(expected, Of<int>(loss).ForwardBackward(given, labels, gradient));
            Assert.Equal(expected, Of<int>(loss).Forward(given, labels));
            Assert.All(gradient, static slope => Assert.Equal(0f, slope));
        }
    }

    [Fact]
    public void WeightsThatCancelAreNotCalledIgnored()
    {
        string message = Assert.Throws<InvalidOperationException>(() => Compiled.Method<Func<float>>("WeightsThatCancel", "Run")()).Message;
        Assert.Equal("The weights of the locations that 'labels' keeps sum to 0: there are none, they are 0, or they cancel, so the loss has no value. With WhenEmpty = LossWhenEmpty.Zero or NaN, that would be its value.", message);
    }

    [Theory]
    [InlineData("KeptOrThrow", -100)]
    [InlineData("WeightSumOrThrow", -100)]
    [InlineData("WeightSumOrThrow", 7)]
    public void WhereNothingIsKeptACallThrowsBeforeAnythingIsWritten(string loss, int label)
    {
        float[] logits = new float[2 * Classes];
        float[] gradient = [.. Enumerable.Repeat(1f, logits.Length)];
        int[] labels = [label, label];
        Assert.Throws<InvalidOperationException>(() => Of<int>(loss).Forward(logits, labels));
        string reason = loss == "KeptOrThrow" ? "every label of 'labels' is ignored or has a weight of 0" : "The weights of the locations that 'labels' keeps sum to 0";
        Assert.Contains(reason, Assert.Throws<InvalidOperationException>(() => Of<int>(loss).ForwardBackward(logits, labels, gradient)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Of<int>(loss).Backward(logits, labels, gradient));
        Assert.All(gradient, static slope => Assert.Equal(1f, slope));
        labels[1] = 5;
        Assert.True(float.IsFinite(Of<int>(loss).ForwardBackward(logits, labels, gradient)));
    }

    [Theory]
    [InlineData("KeptOrZero", -1, "-1, which is neither a class nor the label that is ignored; classes are 0 to 9 (C = 10), and -100 is ignored.")]
    [InlineData("KeptOrZero", 10, "10, which is neither a class nor")]
    [InlineData("OfBytes", (byte)10, "10, which is neither a class nor")]
    [InlineData("OfShorts", (ushort)65535, "65535, which is neither a class nor")]
    [InlineData("OfLongs", 1L << 40, "1099511627776, which is neither a class nor")]
    [InlineData("OfLongs", long.MinValue, "-9223372036854775808, which is neither a class nor the label that is ignored; classes are 0 to 9 (C = 10), and -1 is ignored.")]
    [InlineData("OfSignedBytes", (sbyte)-1, "-1, which is neither a class nor the label that is ignored; classes are 0 to 9 (C = 10), and -100 is ignored.")]
    [InlineData("OfSignedShorts", (short)-100, "-100, which is neither a class nor the label that is ignored; classes are 0 to 9 (C = 10), and -1 is ignored.")]
    [InlineData("OfUnsigned", uint.MaxValue, "4294967295, which is neither a class nor the label that is ignored; classes are 0 to 9 (C = 10), and 2147483647 is ignored.")]
    public void ALabelThatIsNeitherIsRefused(string loss, object label, string message)
    {
        foreach (int place in (int[])[0, 40, 98])
        {
            ArgumentOutOfRangeException thrown = label switch
            {
                byte value => Thrown(loss, value, place),
                ushort value => Thrown(loss, value, place),
                long value => Thrown(loss, value, place),
                sbyte value => Thrown(loss, value, place),
                short value => Thrown(loss, value, place),
                uint value => Thrown(loss, value, place),
                _ => Thrown(loss, (int)label, place),
            };
            Assert.Equal("labels", thrown.ParamName);
            Assert.Contains($"The label at location {place} is {message}", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void LabelsOfEveryTypeAreIgnored()
    {
        float[] logits = [.. Enumerable.Range(0, 40_000 * Classes).Select(static i => i * 7919 % 13 * 0.3f)];
        int[] labels = [.. Enumerable.Range(0, 40_000).Select(static n => n % 7 == 3 ? -100 : n % 3)];
        float expected = Of<int>("KeptOrZero").Forward(logits, labels);
        Assert.Equal(expected, Of<byte>("OfBytes").Forward(logits, [.. labels.Select(static label => label < 0 ? (byte)255 : (byte)label)]));
        Assert.Equal(expected, Of<ushort>("OfShorts").Forward(logits, [.. labels.Select(static label => label < 0 ? (ushort)3 : (ushort)label)]));
        Assert.Equal(expected, Of<long>("OfLongs").Forward(logits, [.. labels.Select(static label => label < 0 ? -1 : (long)label)]));
        Assert.Equal(expected, Of<sbyte>("OfSignedBytes").Forward(logits, [.. labels.Select(static label => (sbyte)label)]));
        Assert.Equal(expected, Of<short>("OfSignedShorts").Forward(logits, [.. labels.Select(static label => label < 0 ? (short)-1 : (short)label)]));
        Assert.Equal(expected, Of<uint>("OfUnsigned").Forward(logits, [.. labels.Select(static label => label < 0 ? int.MaxValue : (uint)label)]));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(4096)]
    public void PartsThatEndWhereBlocksDoGiveTheBitsOfTheWhole(int cut)
    {
        Random random = new(cut);
        float[] logits = [.. Enumerable.Range(0, 6000 * Classes).Select(_ => 8 * random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, 6000).Select(_ => random.Next(3) == 0 ? -100 : random.Next(Classes))];
        foreach (string loss in (string[])["OfKept", "OfWeightSum"])
        {
            Assert.Equal(0, Compiled.Method<Func<float[], int[], int, double>>("Parts", loss)(logits, labels, cut));
        }
    }

    [Fact]
    public void AFormulaLeavesOutLocations() => Assert.Equal(0, Compiled.Method<Func<double>>("Written", "Deviation")(), 1e-12);

    // The logits of the last locations may not even be read: the process would end. Only Linux has these calls.
    [Fact]
    public unsafe void TheMemoryOfIgnoredLocationsIsNotTouched()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        const int Page = 1 << 16, Kept = 3000;
        byte* memory = (byte*)Map(0, 4 * Page, 3, 0x22, -1, 0);
        Assert.True((nint)memory > 0);
        int before = Page * 2 / sizeof(float) / Classes;
        ReadOnlySpan<float> logits = new(memory + (2 * Page) - (before * Classes * sizeof(float)), (before + 1000) * Classes);
        Assert.True(before > Kept);
        Assert.Equal(0, Protect((nint)(memory + (2 * Page)), 2 * Page, 0));
        int[] labels = [.. Enumerable.Range(0, before + 1000).Select(n => n >= before || n % 50 == 7 ? -100 : n % Classes)];
        float[] gradient = [.. Enumerable.Repeat(1f, logits.Length)];
        float value = Of<int>("KeptOrZero").ForwardBackward(logits, labels, gradient);
        Assert.Equal(MathF.Log(Classes), value, 1e-6f);
        Assert.All(gradient.Skip(before * Classes), static slope => Assert.Equal(0f, slope));
        Assert.Equal(0, Unmap((nint)memory, 4 * Page));
    }

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect")]
    private static extern int Protect(nint address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int Unmap(nint address, nuint length);

    private static ILoss<float, TLabel> Of<TLabel>(string name) => (ILoss<float, TLabel>)Compiled.Instance(name);

    private static ArgumentOutOfRangeException Thrown<TLabel>(string loss, TLabel label, int place)
        where TLabel : struct
    {
        TLabel[] labels = new TLabel[99];
        labels[place] = label;
        return Assert.Throws<ArgumentOutOfRangeException>(() => Of<TLabel>(loss).Forward(new float[99 * Classes], labels));
    }
}
