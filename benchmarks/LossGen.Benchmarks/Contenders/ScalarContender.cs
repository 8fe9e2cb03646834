namespace LossGen.Benchmarks.Contenders;

/// <summary>The loops that one would write by hand: one element at a time, clear and without waste.</summary>
public sealed class ScalarContender : SpanContender
{
    public override string Name => "Scalar loop";

    protected override ILoss<T, int> Softmax<T>(int classes) => new ScalarSoftmax<T>(classes);

    protected override ILoss<T, T> Square<T>() => new ScalarSquare<T>();
}
