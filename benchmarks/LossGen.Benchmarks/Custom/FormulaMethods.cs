using LossGen.Benchmarks.Custom;

// The formula methods are private, but accessible from within their classes. Each is called as its user would call it: with the parameters' default
// values, and inlined where the runtime decides to.
namespace LossZoo.Custom;

public partial class L1Loss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => L1Loss.Value(prediction, target);
    }
}

public partial class SquaredErrorLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => SquaredErrorLoss.Value(prediction, target);
    }
}

public partial class HuberLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => HuberLoss.Value(prediction, target);
    }
}

public partial class SmoothL1Loss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => SmoothL1Loss.Value(prediction, target);
    }
}

public partial class LogCoshLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => LogCoshLoss.Value(prediction, target);
    }
}

public partial class PseudoHuberLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => PseudoHuberLoss.Value(prediction, target);
    }
}

public partial class GeneralisedCharbonnierLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => GeneralisedCharbonnierLoss.Value(prediction, target);
    }
}

public partial class GeneralRobustLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => GeneralRobustLoss.Value(prediction, target);
    }
}

public partial class CauchyLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => CauchyLoss.Value(prediction, target);
    }
}

public partial class TukeyBiweightLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => TukeyBiweightLoss.Value(prediction, target);
    }
}

public partial class QuantileLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => QuantileLoss.Value(prediction, target);
    }
}

public partial class SquaredHingeLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => SquaredHingeLoss.Value(prediction, target);
    }
}

public partial class ExponentialLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => ExponentialLoss.Value(prediction, target);
    }
}

public partial class SoftMarginLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => SoftMarginLoss.Value(prediction, target);
    }
}

public partial class BinaryCrossEntropyWithLogitsLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => BinaryCrossEntropyWithLogitsLoss.Value(prediction, target);
    }
}

public partial class FocalLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => FocalLoss.Value(prediction, target);
    }
}

public partial class PoissonLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => PoissonLoss.Value(prediction, target);
    }
}

public partial class TweedieLoss
{
    public readonly struct Method : IMethodOfTwo
    {
        public static float Value(float prediction, float target) => TweedieLoss.Value(prediction, target);
    }
}

public partial class GaussianLoss
{
    public readonly struct Method
    {
        public static float Value(float mean, float variance, float target) => GaussianLoss.Value(mean, variance, target);
    }
}
