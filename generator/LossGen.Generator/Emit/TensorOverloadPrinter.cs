using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints an overload of each public member that takes tensors with shapes: it checks each shape against the declaration, and calls the member with the tensors' own memory.
/// </summary>
/// <remarks>An array converts to a tensor as well as to a span, so overloads have a lower priority: what binds without them binds to the same member with them.
/// Tensors are passed by value, as spans are: by reference, <c>default</c> would be as good an argument for the sums of a whole as for a gradient.</remarks>
internal static class TensorOverloadPrinter
{
    public static void Print(CodeWriter writer, LossUnit unit, IEnumerable<MemberSignature> members, string generatedCode)
    {
        foreach (MemberSignature member in members)
        {
            writer.Line();
            Print(writer, unit, member, generatedCode);
        }
    }

    private static void Print(CodeWriter writer, LossUnit unit, MemberSignature member, string generatedCode)
    {
        bool writes = member.Parameters.Any(static parameter => parameter.Tensor?.Role == TensorRole.Gradient);
        string derivatives = writes ? $" <inheritdoc cref=\"{member.Reference}\" path=\"/remarks/node()\"/>" : "";
        writer.Line($"/// <inheritdoc cref=\"{member.Reference}\"/>");
        writer.Line($"/// <remarks>{Shapes(unit)}{derivatives}</remarks>");
        writer.Line(generatedCode);
        writer.Line("[global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]");
        using (writer.Block(member.Declared(Type)))
        {
            string shape = unit.Local("shape"), prediction = unit.Prediction.Name;
            writer.Line($"global::LossGen.CompilerServices.CallShape {shape} = new({prediction}.Lengths, {Declared(unit)}{Literals.Text(prediction)});");
            writer.Line($"{(member.Result == "void" ? "" : "return ")}this.{member.Name}(");
            string[] arguments = [.. member.Parameters.Select(parameter => Argument(unit, parameter, shape))];
            using (writer.Further())
            {
                for (int i = 0; i < arguments.Length; i++)
                {
                    writer.Line(arguments[i] + (i < arguments.Length - 1 ? "," : ");"));
                }
            }
        }
    }

    // An elementwise loss that declares no shape takes any.
    private static bool HasAnyShape(LossUnit unit) => unit.Shape == TensorShape.Elements;

    private static string Shapes(LossUnit unit) =>
        "Takes tensors of "
        + (HasAnyShape(unit) ? "one shape, whichever" : $"shape {unit.Shape}{(unit.Shape.ClassAxis is { } axis ? $", those of locations without dimension {InvariantText.Number(axis)}" : "")}")
        + "; each row-major and dense.";

    private static string Declared(LossUnit unit) => HasAnyShape(unit) ? "" : $"[{string.Join(", ", unit.Shape.Dimensions.Select(InterfacePrinter.Dimension))}], {Literals.Integer(unit.Shape.ClassAxis ?? -1)}, ";

    private static string Type(MemberParameter parameter) => parameter.Tensor is { } tensor
        ? $"global::System.Numerics.Tensors.{(tensor.IsOutput ? "TensorSpan" : "ReadOnlyTensorSpan")}<{KernelPrinter.TypeName(tensor.ElementType)}>"
        : parameter.Type;

    // The tensor's memory, after a look at its shape.
    private static string Argument(LossUnit unit, MemberParameter parameter, string shape)
    {
        if (parameter.Tensor is not { } tensor)
        {
            return parameter.Name;
        }

        string what = tensor.Layout switch
        {
            TensorLayout.Elements => "Elements",
            TensorLayout.Locations => "Locations",
            TensorLayout.Call => "Number",
            var layout => throw new InvalidOperationException($"No call takes a tensor of {layout}."),
        };
        string name = tensor.Name;
        return $"{shape}.{(tensor.IsOutput ? "Written" : "")}{what}({(tensor.IsOutput ? "ref" : "in")} {name}.GetPinnableReference(), {name}.Lengths, {name}.Strides, {Literals.Text(name)}{(parameter.MayBeEmpty ? ", mayBeEmpty: true" : "")})";
    }
}
