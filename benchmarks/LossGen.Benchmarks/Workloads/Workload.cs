namespace LossGen.Benchmarks.Workloads;

/// <summary>A task that every contender is given.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Shape">The shape of the prediction.</param>
/// <param name="Element">The type of prediction, gradient and value.</param>
/// <param name="Pass">What to compute.</param>
/// <param name="Declaration">The class that LossGen generated for it, given the weights that its constructor takes.</param>
public sealed record Workload(LossFamily Loss, TensorShape Shape, ElementType Element, Pass Pass, Func<float[], object> Declaration)
{
    private const long MoreThanCaches = 128 * 1024 * 1024;
    private const long SecondLevelCache = 1024 * 1024;
    private const int FewElements = 100;

    public Weights Weights { get; init; } = Weights.None;

    /// <summary>
    /// How many threads each contender is given. A workload on more than one is a separate row, whose declaration may use them;
    /// contenders that cannot use them skip it.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>The same on one thread, timed alternately with it if <see cref="Threads"/> is more than 1; otherwise null.</summary>
    public Func<float[], object>? DeclarationOnOneThread { get; init; }

    /// <summary>The bottleneck, if there is a target for such workloads.</summary>
    public Limit Limit { get; init; }

    /// <summary>The nanoseconds that a call of LossGen may take, if there is a target.</summary>
    public double? LongestCall { get; init; }

    /// <summary>The slots per element that LossGen may take, if there is a target.</summary>
    public double? MostSlots { get; init; }

    /// <summary>Whether the second input has a gradient too, which follows that of the prediction in memory.</summary>
    public bool HasBothGradients { get; init; }

    /// <summary>Whether it is what training needs: float32, value and gradient.</summary>
    public bool IsTraining => this is { IsDouble: false, Pass: Pass.ForwardBackward };

    public int GradientElements => HasGradient ? Shape.Elements * (HasBothGradients ? 2 : 1) : 0;

    public bool HasValue => Pass != Pass.Backward;

    public bool HasGradient => Pass != Pass.Forward;

    public bool IsDouble => Element == ElementType.Double;

    /// <summary>Whether it is bound by memory: an elementwise loss on more than any cache holds, or a workload that is declared so.</summary>
    public bool IsBoundByMemory => Limit == Limit.Memory || (Loss.IsElementwise() && Bytes >= MoreThanCaches);

    /// <summary>Whether a second-level cache holds all that training touches, on one thread, so that the arithmetic peak is the limit.</summary>
    public bool IsCountedInSlots => IsTraining && Threads == 1 && Bytes <= SecondLevelCache;

    /// <summary>Whether there is so little work that the cost of the call itself matters.</summary>
    public bool IsBoundByCall => Shape.Elements <= FewElements;

    /// <summary>The bytes that must move however it is computed: each input that the result depends on read once, the gradient written once.</summary>
    public long Bytes
    {
        get
        {
            long size = IsDouble ? sizeof(double) : sizeof(float);
            long tensor = Shape.Elements * size;
            long locations = Shape.Locations * size;
            long prediction = Loss == LossFamily.MultinomialLogistic ? locations : tensor;
            long groundTruth = Loss.TakesLabels() ? (long)Shape.Locations * sizeof(int)
                : Loss == LossFamily.GaussianKL && !HasValue ? 0
                : tensor;
            long weights = !Weights.ArePerCall ? 0 : Weights.Normalize == WeightNormalization.None ? locations : tensor;
            return prediction + groundTruth + weights + (GradientElements * size);
        }
    }

    public override string ToString() => string.Join(' ', Parts);

    private IEnumerable<string> Parts
    {
        get
        {
            yield return Loss.Name();
            yield return Shape.ToString();
            if (Weights.Mode != WeightingMode.None)
            {
                yield return Weights.ToString();
            }

            yield return IsDouble ? "double" : "float";
            yield return Pass.ToString();
            if (HasBothGradients)
            {
                yield return "both gradients";
            }

            if (Threads > 1)
            {
                yield return $"{Threads} threads";
            }
        }
    }
}
