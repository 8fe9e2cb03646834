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

    /// <summary>An instance of <see cref="Run{TKernel, TElement, TGroundTruth, TWeight}"/>, which knows the types again.</summary>
    public delegate*<in BlockCall, nuint, nuint, double> Kernel;

    public static double Run<TKernel, TElement, TGroundTruth, TWeight>(in BlockCall call, nuint start, nuint end)
        where TKernel : IBlockKernel<TElement, TGroundTruth, TWeight> => TKernel.Run(
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
        public ReadOnlySpan<T> Read<T>() => new(start, length);

        public Span<T> Write<T>() => new(start, length);
    }
}
