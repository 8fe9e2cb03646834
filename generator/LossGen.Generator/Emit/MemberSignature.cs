using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>What a public member returns, its name, and its parameters: those of spans, which its overload of tensors has as well.</summary>
/// <param name="Result">The type that it returns.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters, in order.</param>
internal sealed record MemberSignature(string Result, string Name, IReadOnlyList<MemberParameter> Parameters)
{
    /// <summary>The factor of the gradients, by its name among the parameters.</summary>
    public static string Scale(LossUnit unit) => unit.Local("scale");

    /// <summary>The sums of a whole, by their name among the parameters.</summary>
    public static string Total(LossUnit unit) => unit.Local("total");

    /// <summary>The member of a kind.</summary>
    public static MemberSignature Of(LossUnit unit, MemberKind kind)
    {
        string value = KernelPrinter.TypeName(unit.Prediction.ElementType);
        string sums = SumsPrinter.TypeName(unit);
        MemberParameter[] inputs = [.. MemberCalls.Inputs(unit).Select(static input => Required(input))];

        // All gradients but the first may be omitted from a call.
        MemberParameter[] gradients = [.. unit.Gradients.Select(gradient => Required(gradient) with { MayBeEmpty = gradient.IsOptional, Default = gradient == unit.Gradients[0] ? null : "default" })];
        MemberParameter[] outputs = [.. unit.SideOutputs.Select(Required)];
        MemberParameter scale = new("double", Scale(unit), "1");
        return kind switch
        {
            MemberKind.Forward => new(value, "Forward", inputs),
            MemberKind.Sums => new(sums, "Sums", inputs),
            MemberKind.Backward => new("void", "Backward", [.. inputs, .. gradients, scale]),
            MemberKind.BackwardOfTotal => new("void", "Backward", [.. inputs, new("in " + sums, Total(unit)), .. gradients, scale]),
            MemberKind.ForwardBackward => new(value, "ForwardBackward", [.. inputs, .. gradients, scale]),
            MemberKind.ForwardEach => new("void", "ForwardEach", [.. inputs, Required(unit.Values)]),
            MemberKind.BackwardEach => new("void", "BackwardEach", [.. inputs, Required(unit.Upstream), .. gradients]),
            MemberKind.Curvature => new(value, "ForwardBackwardCurvature", [.. inputs, Required(unit.Gradients[0]), Required(unit.Curvature)]),
            MemberKind.DoubleBackward => new("void", "DoubleBackward", [.. inputs, .. unit.Directions.Select(static (direction, number) => Required(direction) with { MayBeEmpty = number > 0 }), .. gradients, scale]),
            MemberKind.ForwardOutputs => new(value, "Forward", [.. inputs, .. outputs]),

            // The outputs follow, so every gradient is passed, if only as an empty span.
            MemberKind.ForwardBackwardOutputs => new(value, "ForwardBackward", [.. inputs, .. gradients.Select(static gradient => gradient with { Default = null }), .. outputs, scale]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A member without a signature."),
        };
    }

    /// <summary>The member as it is declared.</summary>
    public string Declaration => Declared(static parameter => parameter.Type);

    /// <summary>The member in a reference from a comment.</summary>
    public string Reference => $"{Name}({string.Join(", ", Parameters.Select(static parameter => parameter.Type.Replace('<', '{').Replace('>', '}')))})";

    /// <summary>The member as it is declared with other types of parameters.</summary>
    public string Declared(Func<MemberParameter, string> type) => $"public {Result} {Name}({string.Join(", ", Parameters.Select(parameter => parameter.Declared(type(parameter))))})";

    private static MemberParameter Required(Tensor tensor) => new(KernelPrinter.SpanType(tensor), tensor.Name, Tensor: tensor);
}
