namespace LossGen.Benchmarks.Contenders;

/// <summary>The loops that one would write by hand: one element at a time, clear and without waste.</summary>
public sealed class ScalarContender : SpanContender
{
    public override string Name => "Scalar loop";

    protected override ILoss<T, int> Softmax<T>(int classes) => (ILoss<T, int>)(T.Zero switch
    {
        float => (object)new ScalarSoftmax(classes),
        double => new ScalarSoftmaxOfDoubles(classes),
        _ => throw new NotSupportedException($"No softmax over {typeof(T).Name} is written."),
    });

    protected override ILoss<T, T> Square<T>() => new ScalarSquare<T>();
}
