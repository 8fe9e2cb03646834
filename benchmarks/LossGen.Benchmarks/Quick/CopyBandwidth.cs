namespace LossGen.Benchmarks.Quick;

/// <summary>
/// The speed at which this machine copies memory undisturbed: the limit of every loss on tensors that no cache holds. Gigabytes
/// (10⁹) read plus gigabytes written per second.
/// </summary>
/// <param name="Plain">That of <see cref="MemoryCopy.Plain"/>.</param>
/// <param name="NonTemporal">That of <see cref="MemoryCopy.PastCaches"/> on one thread.</param>
/// <param name="NonTemporalOnTwo">The same on two threads.</param>
public sealed record CopyBandwidth(double Plain, double NonTemporal, double NonTemporalOnTwo)
{
    public static CopyBandwidth Measure()
    {
        MemoryCopy copy = MemoryCopy.Instance;
        IReadOnlyList<double>[] nanoseconds = InterleavedTimer.Time(copy.Plain, () => copy.PastCaches(1), () => copy.PastCaches(2));
        return new CopyBandwidth(Bandwidth(nanoseconds[0]), Bandwidth(nanoseconds[1]), Bandwidth(nanoseconds[2]));
    }

    private static double Bandwidth(IReadOnlyList<double> nanoseconds) => MemoryCopy.BytesMoved / nanoseconds.Min();
}
