namespace LossGen.Benchmarks.Declarations;

// Rows of ten classes.
[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerClass)]
public sealed partial class SoftmaxOf10PerClassLocal;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxOf10PerClassGlobal;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxOf10PerClassUnscaled;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint)]
public sealed partial class SoftmaxOf10PerDataPointLocal;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxOf10PerDataPointGlobal;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxOf10PerDataPointUnscaled;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerPrediction)]
public sealed partial class SoftmaxOf10PerPredictionLocal;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxOf10PerPredictionGlobal;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxOf10PerPredictionUnscaled;

// Images, one class per pixel.
[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerClass)]
public sealed partial class SoftmaxOfImagesPerClassLocal;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxOfImagesPerClassGlobal;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxOfImagesPerClassUnscaled;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerDataPoint)]
public sealed partial class SoftmaxOfImagesPerDataPointLocal;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxOfImagesPerDataPointGlobal;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxOfImagesPerDataPointUnscaled;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerPrediction)]
public sealed partial class SoftmaxOfImagesPerPredictionLocal;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxOfImagesPerPredictionGlobal;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxOfImagesPerPredictionUnscaled;
