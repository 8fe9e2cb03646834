namespace LossGen.Benchmarks.Quick;

/// <summary>The arithmetic peak of this machine, undisturbed: the limit of every loss on tensors that stay in the caches.</summary>
/// <param name="Operations">Multiplications and additions of floats, 10⁹ per second, as <see cref="MultiplyAdd"/> does them.</param>
public sealed record ArithmeticPeak(double Operations)
{
    public static ArithmeticPeak Measure() => new(2 * MultiplyAdd.Slots / InterleavedTimer.Median(InterleavedTimer.Time(MultiplyAdd.Run)[0]));
}
