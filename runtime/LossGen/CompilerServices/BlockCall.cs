namespace LossGen.CompilerServices;

/// <summary>A call of a kernel as threads are given it: no type argument, nothing but numbers and pointers.</summary>
internal unsafe struct BlockCall
{
    public PinnedSpan Prediction;
    public PinnedSpan GroundTruth;
    public PinnedSpan Weights;
    public PinnedSpan PredictionGradient;
    public PinnedSpan GroundTruthGradient;
    public nuint Samples;
    public double Scale;
    public nuint Count;
    public nuint BlockSize;

    /// <summary>An instance of <see cref="Run{TKernel, TElement, TGroundTruth, TWeight, TStore}"/>, which knows the types again.</summary>
    public delegate*<in BlockCall, nuint, nuint, double> Kernel;

    /// <summary>Whether a gradient takes the place of an input, whose lines are in the caches already.</summary>
    public readonly bool IsInPlace => PredictionGradient.IsAt(Prediction) || GroundTruthGradient.IsAt(GroundTruth);

    public static double Run<TKernel, TElement, TGroundTruth, TWeight, TStore>(in BlockCall call, nuint start, nuint end)
        where TKernel : IBlockKernel<TElement, TGroundTruth, TWeight>
        where TElement : unmanaged
        where TGroundTruth : unmanaged
        where TWeight : unmanaged
        where TStore : struct, IVectorStore => Scratch.Run<TKernel, TElement, TGroundTruth, TWeight, TStore>(
            call.Prediction.Read<TElement>(),
            call.GroundTruth.Read<TGroundTruth>(),
            call.Weights.Read<TWeight>(),
            call.PredictionGradient.Write<TElement>(),
            call.GroundTruthGradient.Write<TElement>(),
            call.Samples,
            call.Scale,
            start,
            end);

    /// <summary>A span that its owner has pinned.</summary>
    public readonly struct PinnedSpan(void* start, int length)
    {
        private readonly void* start = start;
        private readonly int length = length;

        public bool IsAt(in PinnedSpan other) => length > 0 && start == other.start;

        public ReadOnlySpan<T> Read<T>() => new(start, length);

        public Span<T> Write<T>() => new(start, length);
    }
}
