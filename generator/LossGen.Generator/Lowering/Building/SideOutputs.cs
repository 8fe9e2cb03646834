using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>What a loss over classes leaves besides value and gradients: its predictions, log Σ exp(x) and its softmax.</summary>
internal static class SideOutputs
{
    private static readonly OutputKinds[] All = [OutputKinds.Predictions, OutputKinds.LogSumExps, OutputKinds.Probabilities];

    /// <summary>The tensors of some of them, by the names that users see.</summary>
    public static IEnumerable<Tensor> Of(OutputKinds kinds, ScalarType element) => All.Where(kind => (kinds & kind) != 0).Select(kind => new Tensor(
        kind switch
        {
            OutputKinds.Predictions => "predictions",
            OutputKinds.LogSumExps => "logSumExps",
            _ => "probabilities",
        },
        kind == OutputKinds.Predictions ? ScalarType.Int32 : element,
        TensorRole.SideOutput,
        kind == OutputKinds.Probabilities ? TensorLayout.Elements : TensorLayout.Locations,
        (int)kind));

    /// <summary>1 where the prediction is the label, else 0.</summary>
    /// <param name="inputs">What a location has of each input: the elements, then the label.</param>
    public static Expr IsCorrect(IReadOnlyList<Expr> inputs)
    {
        Expr prediction = Greatest(inputs[0]);
        return Expr.Select(Expr.Of(Op.Equal, prediction, inputs[1].To(prediction.Type.Scalar)), new Constant(1, IrType.Double), new Constant(0, IrType.Double));
    }

    /// <summary>What such a tensor holds at a location, or at the current class.</summary>
    /// <param name="output">The tensor.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="inputs">What a location has of each input.</param>
    public static Expr ValueOf(Tensor output, LossDefinition loss, IReadOnlyList<Expr> inputs)
    {
        if (output.Number == (int)OutputKinds.Predictions)
        {
            return Greatest(inputs[0]);
        }

        Expr logits = loss.Logits(inputs);
        Expr logSumExp = OverClasses.LogSumExp(logits);
        return output.Number == (int)OutputKinds.LogSumExps ? logSumExp : Expr.Exp(logits - logSumExp);
    }

    // min {c : x_c = max x}, as the greatest −c. A class that is NaN comes before all numbers, as in PyTorch: n − c, n being beyond every class.
    private static Expr Greatest(Expr elements)
    {
        Expr place = OverClasses.Index.To(elements.Type.Scalar);
        Expr beyond = place.Like(OutputLimits.MostClasses(elements.Type.Scalar == ScalarType.Double));
        Expr ofNumbers = Expr.Select(Expr.Of(Op.Equal, elements, OverClasses.Maximum(elements).As("maximum")), -place, place.Like(double.NegativeInfinity));
        Expr first = OverClasses.Maximum(Expr.Select(Expr.Of(Op.IsNumber, elements), ofNumbers, beyond - place)).As("first");
        return Expr.Select(Expr.Of(Op.LessThan, first.Like(0), first), beyond - first, -first);
    }
}
