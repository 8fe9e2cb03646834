namespace LossGen.Benchmarks.Quick;

/// <summary>
/// How fast this machine copies memory where nothing slows it down: the limit of every loss on tensors that no cache holds. Gigabytes
/// (10⁹) read plus gigabytes written a second.
/// </summary>
/// <param name="Plain">Of <see cref="MemoryCopy.Plain"/>.</param>
/// <param name="NonTemporal">Of <see cref="MemoryCopy.PastCaches"/>.</param>
public sealed record CopyBandwidth(double Plain, double NonTemporal)
{
    public static CopyBandwidth Measure()
    {
        IReadOnlyList<double>[] nanoseconds = InterleavedTimer.Time(MemoryCopy.Instance.Plain, MemoryCopy.Instance.PastCaches);
        return new CopyBandwidth(Bandwidth(nanoseconds[0]), Bandwidth(nanoseconds[1]));
    }

    private static double Bandwidth(IReadOnlyList<double> nanoseconds) => MemoryCopy.BytesMoved / nanoseconds.Min();
}
