using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints what a loss implements for code that is written for many losses: the members of <c>ILoss</c>, which every loss has, and those of the interface for its inputs, as far
/// as no public member is one of them. All explicitly, so that no name of the user's class clashes.
/// </summary>
internal static class InterfacePrinter
{
    private const string Any = "global::LossGen.ILoss";
    private const string Twice = "global::LossGen.ITwiceDifferentiableLoss";
    private const string Arguments = "arguments";
    private const string Scale = "scale";

    /// <summary>The interfaces that the class implements.</summary>
    public static string Names(LossUnit unit) => Name(unit) + (IsTwiceDifferentiable(unit) ? $", {Twice}" : "");

    /// <summary>The interface with typed members for the inputs that the loss has; for any others, that of every loss.</summary>
    private static string Name(LossUnit unit)
    {
        Tensor[] inputs = MemberCalls.Inputs(unit);
        bool isWeighted = inputs.Length > unit.Inputs.Count;
        return unit.GroundTruth is not null ? Of(isWeighted ? "IWeightedLoss" : "ILoss", unit.Inputs)
            : !isWeighted && inputs.Length is 1 or 3 ? Of("ILoss", inputs)
            : Any;
    }

    /// <summary>The interface's members that take one gradient, and no scale: a member with optional parameters does not implement them.</summary>
    public static void PrintTyped(CodeWriter writer, LossUnit unit, string generatedCode, string member, string result)
    {
        string name = Name(unit);
        if (name == Any || (unit.GroundTruth is null && unit.Inputs.Count == 3))
        {
            return;
        }

        Tensor[] parameters = [.. MemberCalls.Inputs(unit), unit.Gradients[0]];
        writer.Line();
        writer.Line(generatedCode);
        writer.Line($"{result} {name}.{member}({string.Join(", ", parameters.Select(MemberCalls.Parameter))}) => this.{member}({string.Join(", ", parameters.Select(static p => p.Name))});");
    }

    /// <summary>The members of <c>ILoss</c>.</summary>
    public static void PrintUntyped(CodeWriter writer, LossUnit unit, string generatedCode)
    {
        Tensor[] inputs = MemberCalls.Inputs(unit);
        string given = string.Join(", ", inputs.Select(static (input, number) => Argument("Input", input, number)));
        string gradients = string.Join(", ", unit.Gradients.Select(static gradient => Argument("Gradient", gradient, gradient.Number)));
        string[] ofTwice = IsTwiceDifferentiable(unit)
            ? [$"void {Twice}.DoubleBackward({Any}Arguments {Arguments}, double {Scale}) => this.DoubleBackward({given}, {string.Join(", ", unit.Directions.Select(static direction => Argument("Direction", direction, direction.Number)))}, {gradients}, {Scale});"]
            : [];
        string[] members =
        [
            $"global::System.ReadOnlySpan<int> {Any}.Shape => [{string.Join(", ", unit.Shape.Dimensions.Select(Dimension))}];",
            $"int? {Any}.ClassAxis => {(unit.Shape.ClassAxis is { } axis ? Literals.Integer(axis) : "null")};",
            $"global::System.Collections.Generic.IReadOnlyList<global::LossGen.LossInputInfo> {Any}.Inputs => [{string.Join(", ", inputs.Select(input => Described(unit, input)))}];",
            $"double {Any}.Forward({Any}Arguments {Arguments}) => this.Forward({given});",
            $"void {Any}.Backward({Any}Arguments {Arguments}, double {Scale}) => this.Backward({given}, {gradients}, {Scale});",
            $"double {Any}.ForwardBackward({Any}Arguments {Arguments}, double {Scale}) => this.ForwardBackward({given}, {gradients}, {Scale});",
            .. ofTwice,
        ];
        foreach (string member in members)
        {
            writer.Line();
            writer.Line(generatedCode);
            writer.Line(member);
        }
    }

    private static bool IsTwiceDifferentiable(LossUnit unit) => unit.EntryPoints.Any(static member => member.Outputs.Directions > 0);

    private static string Of(string name, IEnumerable<Tensor> inputs) => $"global::LossGen.{name}<{string.Join(", ", inputs.Select(static input => KernelPrinter.TypeName(input.ElementType)))}>";

    private static string Argument(string source, Tensor tensor, int number) => $"{Arguments}.{source}<{KernelPrinter.TypeName(tensor.ElementType)}>({Literals.Integer(number)})";

    internal static string Dimension(int size) => size == TensorShape.Batch ? "global::LossGen.Shape.Batch" : Literals.Integer(size);

    private static string Described(LossUnit unit, Tensor input)
    {
        string kind = unit.Labels.Contains(input) ? "Labels" : input.Layout.ToString();
        bool hasGradient = unit.Gradients.Any(gradient => input.Role == TensorRole.Input && gradient.Number == input.Number);
        return $"new({Literals.Text(input.Name)}, global::LossGen.LossInputKind.{kind}, typeof({KernelPrinter.TypeName(input.ElementType)}), {(hasGradient ? "true" : "false")})";
    }
}
