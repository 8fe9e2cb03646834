using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

// The members of a softmax loss whose classes are a shard of all: its statistics, the sums from those of all shards, and the gradient.
internal sealed partial class MemberPrinter
{
    private const string ShardLabels = "global::LossGen.CompilerServices.ShardLabels";

    private string GivenParameters => string.Join(", ", inputs.Select(MemberCalls.Parameter));

    private Tensor Labels => unit.Labels[0];

    private string ShardClasses => Literals.Integer(unit.Shape.Classes);

    // Unlike the label that is ignored, what stands for none is null.
    private string Ignored => unit.Kept.IgnoreLabel is { } ignored ? Literals.Integer(ignored) : "null";

    private string FirstClass => unit.Local("firstClass");

    private string AllClasses => unit.Local("classes");

    private string StatisticsName => unit.Local("statistics");

    private void PrintStatistics(EntryPoint member)
    {
        StatisticsDocumentation.PrintStatistics(writer, unit);
        writer.Line(generatedCode);
        using (writer.Block($"public void Statistics({GivenParameters}, int {FirstClass}, int {AllClasses}, global::System.Span<{valueType}> {StatisticsName})"))
        {
            PrintShardGuards();
            foreach (Tensor input in inputs)
            {
                writer.Line($"{Guard}.RequireApart({input.Name}, {StatisticsName}, {Literals.Text(input.Name)}, {Literals.Text(StatisticsName)}, {Literals.Text(unit.Shape.ToString())});");
            }

            PrintShardLabels(declaresKept: false);
            PrintOnShard(member, []);
        }
    }

    private void PrintSumsOfStatistics()
    {
        StatisticsDocumentation.PrintSums(writer, unit);
        writer.Line(generatedCode);
        using (writer.Block($"public {sumsType} SumsOfStatistics(global::System.ReadOnlySpan<{valueType}> {StatisticsName}, {MemberCalls.Parameter(Labels)})"))
        {
            writer.Line($"{Guard}.RequireStatistics({StatisticsName}.Length, {Labels.Name}.Length, {Literals.Integer(unit.Shape.LocationsPerSample)}, {Literals.Text(StatisticsName)}, {Literals.Text(Labels.Name)});");
            string count = unit is { CountsKept: true, Kept.IgnoreLabel: { } ignored } ? $"{BoundKernelPrinter.Kept}.Count({Labels.Name}, {Literals.Integer(ignored)})" : $"{Labels.Name}.Length";
            writer.Line($"return {SumsPrinter.Create(unit, [$"{ShardLabels}.Sum({StatisticsName}, {Labels.Name}, {Ignored})"], count)};");
        }
    }

    private void PrintBackwardOfStatistics(EntryPoint member)
    {
        StatisticsDocumentation.PrintBackward(writer, unit);
        writer.Line(generatedCode);
        using (writer.Block(
            $"public void BackwardOfStatistics({GivenParameters}, int {FirstClass}, int {AllClasses}, global::System.ReadOnlySpan<{valueType}> {StatisticsName}, in {sumsType} {total}, {MemberCalls.Parameter(unit.Gradients[0])}, double {scale} = 1)"))
        {
            PrintShardGuards();
            GuardPrinter.PrintGradients(writer, unit, unit.Gradients, []);
            string gradient = unit.Gradients[0].Name;
            writer.Line($"{Guard}.RequireApart({StatisticsName}, {gradient}, {Literals.Text(StatisticsName)}, {Literals.Text(gradient)}, {Literals.Text(unit.Shape.ToString())});");
            PrintShardLabels(unit.CountsKept);
            writer.Line($"{Guard}.RequireWhole({total}.Count, {MemberCalls.Count(unit)}, {Literals.Text(total)}, {Literals.Text(unit.Prediction.Name)});");
            GuardPrinter.PrintSomethingKept(writer, unit, total);
            PrintOnShard(member, Scales());
        }
    }

    private void PrintShardGuards()
    {
        string prediction = unit.Prediction.Name;
        GuardPrinter.PrintInputs(writer, unit);
        writer.Line($"{Guard}.RequireLength({StatisticsName}.Length, {unit.Local("samples")}, {Literals.Integer(unit.StatisticsPerSample)}, {Literals.Text(unit.Shape.ToString())}, {Literals.Text(StatisticsName)}, {Literals.Text(prediction)}, {prediction}.Length);");
        writer.Line($"{ShardLabels}.RequireShard({FirstClass}, {ShardClasses}, {AllClasses});");
    }

    private void PrintShardLabels(bool declaresKept) => GuardPrinter.PrintLabels(writer, unit, declaresKept, AllClasses);

    // Runs a kernel with labels as the shard counts them, and each of the statistics by itself.
    private void PrintOnShard(EntryPoint member, IEnumerable<string> scales)
    {
        string lent = unit.Local("lent");
        writer.Line($"int[] {lent} = {ShardLabels}.Lend({Labels.Name}, {FirstClass}, {ShardClasses}, {Ignored});");
        writer.Line($"{MemberCalls.Call(unit, member.Driver, scales, Argument)};");
        writer.Line($"{ShardLabels}.Return({lent});");

        string? Argument(Tensor tensor) => tensor switch
        {
            { Role: TensorRole.Statistic or TensorRole.SideOutput } => $"{StatisticsName}.Slice({Place(tensor)}, {Labels.Name}.Length)",
            { Role: TensorRole.Input, Layout: TensorLayout.Locations } => $"global::System.MemoryExtensions.AsSpan({lent}, 0, {Labels.Name}.Length)",
            _ => null,
        };

        string Place(Tensor tensor) => Array.FindIndex(unit.Statistics, statistic => statistic.Number == tensor.Number) switch
        {
            0 => "0",
            1 => $"{Labels.Name}.Length",
            _ => $"2 * {Labels.Name}.Length",
        };
    }
}
