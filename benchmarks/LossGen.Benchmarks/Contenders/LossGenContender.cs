namespace LossGen.Benchmarks.Contenders;

/// <summary>The kernels that LossGen generates. A shape is part of a declaration, so each one measured is declared.</summary>
public sealed class LossGenContender : SpanContender
{
    public override string Name => "LossGen";

    protected override ILoss<T, int> Softmax<T>(int classes) => (ILoss<T, int>)((classes, T.Zero) switch
    {
        (1000, float) => (object)new SoftmaxOf1000(),
        (1000, double) => new SoftmaxOf1000Doubles(),
        (100, float) => new SoftmaxOf100(),
        (10, float) => new SoftmaxOf10(),
        _ => throw new NotSupportedException($"No softmax over {classes} classes of {typeof(T).Name} is declared."),
    });

    protected override ILoss<T, T> Square<T>() => (ILoss<T, T>)(T.Zero switch
    {
        float => (object)new Square(),
        double => new SquareOfDoubles(),
        _ => throw new NotSupportedException($"No square loss of {typeof(T).Name} is declared."),
    });
}
