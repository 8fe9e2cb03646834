namespace LossGen.Tests.ComingFromPyTorch.Singles;

[L1Loss]
public sealed partial class AbsoluteError;

[L1Loss(Reduction = LossReduction.Sum)]
public sealed partial class SumOfAbsoluteErrors;

[SquareLoss(Weight = 2)]
public sealed partial class MeanSquaredError;

[SquareLoss(Weight = 2, Denominator = LossDenominator.None)]
public sealed partial class SumOfSquaredErrors;

[SquareLoss(Weight = 2, Each = true)]
public sealed partial class EachSquaredError;

[HuberLoss]
public sealed partial class Huber;

[HuberLoss(Delta = 0.5)]
public sealed partial class HuberOfDelta;

[SmoothL1Loss]
public sealed partial class SmoothL1;

[SmoothL1Loss(Beta = 0.5)]
public sealed partial class SmoothL1OfBeta;

[PoissonNLLLoss]
public sealed partial class Poisson;

[PoissonNLLLoss(Full = true)]
public sealed partial class FullPoisson;

[PoissonNLLLoss(LogInput = false, Epsilon = 0.125)]
public sealed partial class PoissonOfMean;

[GaussianNLLLoss]
public sealed partial class Gaussian;

[GaussianNLLLoss(Full = true)]
public sealed partial class FullGaussian;

[GaussianNLLLoss(Shape.Batch, 5, Reduction = LossReduction.Mean)]
public sealed partial class GaussianOfSamples;

[GaussianNLLLoss(Shape.Batch, 5, Epsilon = 0.125, Reduction = LossReduction.Mean)]
public sealed partial class BoundedGaussianOfSamples;

[KLDivLoss]
public sealed partial class Divergence;

[KLDivLoss(LogTarget = true)]
public sealed partial class DivergenceOfLogs;

[KLDivLoss(Shape.Batch, 5, Reduction = LossReduction.Mean)]
public sealed partial class DivergenceOfSamples;
