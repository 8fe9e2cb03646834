using LossGen.Tests;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// The errors that each function's documentation states, and those that docs/trust.md states. A changed coefficient or order of steps shows here. Every float in a deep run, or every
/// n-th with <c>LOSSGEN_FLOATS=n</c>; <c>LOSSGEN_FUNCTIONS="Exp Log"</c> measures only these functions.
/// </summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    private static readonly long DoubleSamples = RandomRun.IsDeep ? 5_000_000 : 250_000;

    // A prime, so that the low bits of the patterns take all values. All of them are 2^32 evaluations: minutes, not seconds.
    private static readonly int SingleStride = RandomRun.Setting("LOSSGEN_FLOATS") ?? (RandomRun.IsDeep ? 1 : 4093);

    public static TheoryData<string> Names => [.. Measured.Select(static function => function.Name)];

    public static TheoryData<string> NamesOfDoubles => [.. Measured.Where(static function => function.OfDoubles is not null).Select(static function => function.Name)];

    private static IEnumerable<MeasuredFunction> Measured => Environment.GetEnvironmentVariable("LOSSGEN_FUNCTIONS") is { Length: > 0 } names
        ? names.Split(' ').Select(MeasuredFunction.Named)
        : MeasuredFunction.All;

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats(string name)
    {
        MeasuredFunction function = MeasuredFunction.Named(name);
        Sweep.Worst worst = function.Singles(SingleStride, TestContext.Current.CancellationToken);
        AssertWithin(function.OfFloats, worst);
        WorstErrors.Match(function, SingleStride, worst);
    }

    [Theory]
    [MemberData(nameof(NamesOfDoubles))]
    public void Doubles(string name)
    {
        MeasuredFunction function = MeasuredFunction.Named(name);
        AssertWithin(function.OfDoubles!.Value, function.Doubles(DoubleSamples, TestContext.Current.CancellationToken));
    }

    private void AssertWithin(double bound, Sweep.Worst worst)
    {
        output.WriteLine($"worst error {worst}");
        Assert.True(worst.Error <= bound, $"{worst}, allowed {bound}");
    }
}
