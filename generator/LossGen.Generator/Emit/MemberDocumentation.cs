using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>A public member that takes the inputs.</summary>
internal enum MemberKind
{
    Forward,
    Sums,
    Backward,
    BackwardOfTotal,
    ForwardBackward,
    ForwardEach,
    BackwardEach,
    Curvature,
    DoubleBackward,
    ForwardOutputs,
    ForwardBackwardOutputs,
}

/// <summary>Prints what an editor shows of a public member.</summary>
internal static class MemberDocumentation
{
    public static void Print(CodeWriter writer, LossUnit unit, EntryPoint member, MemberKind kind)
    {
        string plural = unit.Gradients.Count > 1 ? "s" : "";
        bool leavesOutputs = kind is MemberKind.ForwardOutputs or MemberKind.ForwardBackwardOutputs;
        bool writesGradient = kind is MemberKind.Backward or MemberKind.BackwardOfTotal or MemberKind.ForwardBackward or MemberKind.BackwardEach or MemberKind.DoubleBackward or MemberKind.ForwardBackwardOutputs;
        string what = kind switch
        {
            MemberKind.Forward => "Computes the value of the loss.",
            MemberKind.Sums => "Computes the sums of which the loss is made, to be added to those of other inputs.",
            MemberKind.Backward => $"Computes the gradient{plural} of the loss.",
            MemberKind.BackwardOfTotal => $"Computes the gradient{plural} of the loss of a whole, by the inputs of a part of it.",
            MemberKind.ForwardEach => $"Computes the value of each {Position(unit)} by itself{(unit.Weights is null ? "" : ", weighted")}; divided by nothing.",
            MemberKind.Curvature when unit.Positions == LoopRole.Elements => "Computes the value of the loss, and the first and second derivative of what each element adds to it, divided by nothing.",
            MemberKind.Curvature => $"Computes the value of the loss, and the first and second derivative of what each location adds to it{(unit.Weights is null ? "" : ", weighted")}, by each element; divided by nothing.",
            MemberKind.DoubleBackward => $"Computes the product of the loss's Hessian and {(plural.Length > 0 ? "directions" : "a direction")}: the gradient{plural} of the sum, over all elements, of direction times gradient.",
            MemberKind.ForwardOutputs => $"Computes the value of the loss, and {Names(unit)}.",
            MemberKind.ForwardBackwardOutputs => $"Computes the value and the gradient{plural} of the loss, and {Names(unit)}, in one pass.",
            MemberKind.BackwardEach => $"Computes the gradient{plural} of something by way of the value of each {Position(unit)}.",
            _ => $"Computes the value and the gradient{plural} of the loss{(unit.IsFused ? " in one pass" : ": the sums first, then the gradient" + plural)}.",
        };
        writer.Line("/// <summary>");
        writer.Line($"/// {what}");
        writer.Line("/// </summary>");
        if (writesGradient)
        {
            string gradients = unit.Cases.Count == 0
                ? Derivatives(unit, member)
                : string.Join("; ", unit.Cases.Select(each => $"where {each.Text}: {Derivatives(each.Unit, member)}"));
            writer.Line($"/// <remarks>{LossFilePrinter.Xml(unit.Cases.Count == 0 ? gradients : "W" + gradients.Substring(1))}, with {(kind == MemberKind.BackwardEach ? $"scale = w times the element of <paramref name=\"{unit.Upstream.Name}\"/>" : $"{Scales(unit)} for a <paramref name=\"{MemberSignature.Scale(unit)}\"/> of 1")}.</remarks>");
        }

        PrintInputs(writer, unit);
        if (kind == MemberKind.BackwardOfTotal)
        {
            writer.Line($"/// <param name=\"{MemberSignature.Total(unit)}\">What <see cref=\"{SumsPrinter.Reference(unit)}\"/> returns for these inputs, added to what it returns for all others.</param>");
        }

        if (kind is MemberKind.ForwardEach or MemberKind.BackwardEach)
        {
            Tensor each = kind == MemberKind.ForwardEach ? unit.Values : unit.Upstream;
            writer.Line($"/// <param name=\"{each.Name}\">{(kind == MemberKind.ForwardEach ? "Overwritten with the values" : "The gradient by each of these values")}, one per {Position(unit)}; {Literals.Integer(unit.PerSample(each))} per sample.</param>");
        }

        foreach (Tensor direction in kind == MemberKind.DoubleBackward ? unit.Directions : [])
        {
            string input = $"<paramref name=\"{unit.Inputs[direction.Number].Name}\"/>";
            string further = direction.Number == unit.Gradients[0].Number ? "" : unit.Gradients.Count == 2 ? " Empty: zeros, at no cost." : " Empty, with all others but the first: zeros, at no cost.";
            writer.Line($"/// <param name=\"{direction.Name}\">What the gradient of {input} is multiplied by; as many elements as that.{further}</param>");
        }

        if (kind == MemberKind.Curvature)
        {
            string prediction = unit.Inputs[unit.Gradients[0].Number].Name;
            writer.Line($"/// <param name=\"{unit.Gradients[0].Name}\">Overwritten with the first derivative of each {Position(unit)}'s value by <paramref name=\"{prediction}\"/>; either that same span or one that does not overlap it.</param>");
            writer.Line($"/// <param name=\"{unit.Curvature.Name}\">Overwritten with the second derivative{(unit.Positions == LoopRole.Elements ? "" : " by the same element, the diagonal of the Hessian")}; as long, and apart from all others.</param>");
        }

        if (writesGradient)
        {
            foreach (Tensor gradient in unit.Gradients)
            {
                writer.Line($"/// <param name=\"{gradient.Name}\">Overwritten with the {(kind == MemberKind.DoubleBackward ? "derivatives of that sum by" : "gradient of")} <paramref name=\"{unit.Inputs[gradient.Number].Name}\"/>; either that same span or one that does not overlap it.{(gradient.Layout == TensorLayout.Call ? " The sum over all samples, one element." : "")}{(gradient.IsOptional ? " Empty: not computed." : "")}</param>");
            }
        }

        foreach (Tensor output in leavesOutputs ? unit.SideOutputs : default)
        {
            writer.Line($"/// <param name=\"{output.Name}\">Overwritten with {Described(output)}; {Literals.Integer(unit.PerSample(output))} per sample{(unit.Kept.IgnoreLabel is null ? "" : $"; {(output.Number == (int)OutputKinds.Predictions ? "-1" : "0")} where the label is ignored")}. Apart from all others.</param>");
        }

        if (writesGradient && kind != MemberKind.BackwardEach)
        {
            writer.Line($"/// <param name=\"{MemberSignature.Scale(unit)}\">Multiplies the gradient{plural}, as an upstream gradient does{(kind is MemberKind.ForwardBackward or MemberKind.ForwardBackwardOutputs ? "; not the value" : "")}.</param>");
        }

        if (kind is MemberKind.Forward or MemberKind.Sums or MemberKind.ForwardBackward or MemberKind.Curvature || leavesOutputs)
        {
            writer.Line($"/// <returns>{(kind == MemberKind.Sums ? "The sums." : unit.Kept.DividesByKept ? OfEmpty(unit) : unit.Total is null ? "The value; 0 for an empty batch." : "The value.")}</returns>");
        }

        string whole = kind == MemberKind.BackwardOfTotal ? $", <paramref name=\"{MemberSignature.Total(unit)}\"/> counts less than these inputs" : "";
        string overlap = kind switch
        {
            MemberKind.ForwardEach => ", or the values overlap an input",
            MemberKind.Curvature => ", or a derivative overlaps another span",
            MemberKind.ForwardOutputs or MemberKind.ForwardBackwardOutputs => ", or what is written overlaps another span",
            _ => writesGradient ? ", or a gradient overlaps a span other than exactly its own input" : "",
        };
        writer.Line($"/// <exception cref=\"global::System.ArgumentException\">A length does not fit the shape{whole}{overlap}. Nothing was written.</exception>");
        if (unit.CheckedLabels.Any())
        {
            writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A label is {(unit.Kept.IgnoreLabel is null ? "not a class" : "neither a class nor ignored")}. Nothing was written.</exception>");
        }

        if (unit.Kept is { DividesByKept: true, WhenEmpty: WhenEmptyKind.Throw } && kind != MemberKind.Sums)
        {
            writer.Line($"/// <exception cref=\"global::System.InvalidOperationException\">{(unit.DividesByWeights ? "The weights of the locations that are kept sum to 0" : "No location is kept")}. Nothing was written.</exception>");
        }
    }

    /// <summary>What a value is where nothing is kept.</summary>
    public static string OfEmpty(LossUnit unit) => unit.Kept.WhenEmpty switch
    {
        WhenEmptyKind.NaN => $"The value; NaN where {Emptiness(unit)}.",
        WhenEmptyKind.Throw => "The value.",
        _ => $"The value; 0 where {Emptiness(unit)}.",
    };

    private static string Emptiness(LossUnit unit) => unit.DividesByWeights ? "the weights of the locations that are kept sum to 0" : "no location is kept";

    private static string Derivatives(LossUnit unit, EntryPoint member) => string.Join(" and ", unit.EntryPoints.First(each => each.Name == member.Name).Notes.Derivatives);

    private static string Names(LossUnit unit) => string.Join(" and ", unit.SideOutputs.Select(static output => $"<paramref name=\"{output.Name}\"/>"));

    private static string Described(Tensor output) => (OutputKinds)output.Number switch
    {
        OutputKinds.Predictions => "the class with the greatest element at each location, the first of equals",
        OutputKinds.LogSumExps => "log Σ exp(x) of each location",
        _ => "the softmax of each location",
    };

    private static string Position(LossUnit unit) => unit.Positions == LoopRole.Elements ? "element" : "location";

    private static string Scales(LossUnit unit) => unit.Total is null ? $"scale = {unit.Factor}"
        : unit.Total.Sums.Count == 1 ? $"scale = w · ∂total/∂{unit.Total.Sums[0]}"
        : string.Join(", ", unit.Differentiated.Select(number => unit.Total.Sums[number]).Select(static sum => $"{sum}Scale = w · ∂total/∂{sum}"));

    // What a label says of the class.
    private static string Classes(LossUnit unit, Tensor labels) => labels.Element == ScalarType.Boolean
        ? ": false is class 0, true is class 1"
        : $", from 0 to {Literals.Integer(unit.Shape.Classes - 1)}{(unit.Kept.IgnoreLabel is { } ignored ? $", or {Literals.Integer(ignored)}, which is ignored" : "")}";

    private static void PrintInputs(CodeWriter writer, LossUnit unit)
    {
        string prediction = unit.Prediction.Name;
        writer.Line($"/// <param name=\"{prediction}\">Any number of samples of shape {unit.Shape}, row-major.</param>");
        foreach (Tensor input in unit.Inputs.Skip(1))
        {
            if (input.Layout == TensorLayout.Call)
            {
                writer.Line($"/// <param name=\"{input.Name}\">One number for all samples: a span of one element.</param>");
                continue;
            }

            string perSample = Literals.Integer(unit.PerSample(input));
            writer.Line(unit.Labels.Contains(input)
                ? $"/// <param name=\"{input.Name}\">The class of each location{Classes(unit, input)}; {perSample} per sample.</param>"
                : input.Layout == TensorLayout.Locations ? $"/// <param name=\"{input.Name}\">A number for each location; {perSample} per sample.</param>"
                : $"/// <param name=\"{input.Name}\">As many elements as <paramref name=\"{prediction}\"/>.</param>");
        }

        if (unit.Weights is { Source: WeightSource.Call } weights)
        {
            writer.Line($"/// <param name=\"{weights.Tensor.Name}\">{(weights.Tensor.Layout == TensorLayout.Locations ? $"The weight of each location; {Literals.Integer(unit.PerSample(weights.Tensor))} per sample" : $"As many elements as <paramref name=\"{prediction}\"/>")}; not checked.</param>");
        }
    }
}
