using System.Diagnostics;
using System.Globalization;
using LossGen.Numerics.Tests.Library;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Edges.BadArguments;

/// <summary>
/// A call with one wrong argument throws the right exception, which names the argument, and nothing is written. Random members of many losses, with a length, an overlap, a label or a total that is
/// wrong; set <c>LOSSGEN_BAD_ARGUMENTS</c> for more of them, and <c>LOSSGEN_SEED</c> for others.
/// </summary>
public sealed class BadArgumentTests(ITestOutputHelper output)
{
    private const int OrdinaryCount = 20_000;
    private const int DeepCount = 1_000_000;
    private const int MostReported = 5;

    // Members that a declaration adds, and labels of every type.
    private static readonly string[] Declarations =
    [
        "SoftmaxLoss(Shape.Batch, 3, Each = true, Curvature = true)",
        "SoftmaxLoss(Shape.Batch, 10, Outputs = LossOutputs.Predictions | LossOutputs.Probabilities | LossOutputs.LogSumExps)",
        "SoftmaxLoss(Shape.Batch, 7, IgnoreLabel = -100)",
        "SoftmaxLoss(5, Shape.Batch, 3, Dim = 0, Label = LabelType.Byte, Element = ElementType.Double)",
        "SoftmaxLoss(Shape.Batch, 4, 6, Label = LabelType.Int64)",
        "SoftmaxLoss(Shape.Batch, 4, Label = LabelType.SByte)",
        "SoftmaxLoss(Shape.Batch, 40, Label = LabelType.Int16, LabelSmoothing = 0.1)",
        "SoftmaxLoss(Shape.Batch, 40, Label = LabelType.UInt32)",
        "SoftmaxLoss(Shape.Batch, 20, Label = LabelType.UInt16, Parallelism = LossParallelism.Auto)",
        "MultinomialLogisticLoss(Shape.Batch, 9, Each = true)",
        "MultinomialLogisticLoss(Shape.Batch, 3, 5, Element = ElementType.Double)",
        "SoftlabelSoftmaxLoss(Shape.Batch, 12)",
        "SoftlabelSoftmaxLoss(6, Shape.Batch, Element = ElementType.Double)",
        "SquareLoss(Each = true, Curvature = true)",
        "SquareLoss(Shape.Batch, 3, Element = ElementType.Double)",
        "HingeLoss(Shape.Batch, 4)",
        "BinaryCrossEntropyLoss(Parallelism = LossParallelism.Auto)",
        "GaussianKLLoss(Each = true)",
        .. LibraryFormula.All.Select(static formula => formula.Loss).Select(static loss => loss.ToString().Trim('[', ']')),
    ];

    private static readonly Lazy<CheckedMember[]> Members = new(static () =>
    {
        CompiledLosses losses = CompiledLosses.Compile(Declarations.Index().ToDictionary(static each => Name(each.Index), static each => $"[{each.Item}]"));
        return [.. Declarations.Index().SelectMany(each => CheckedMember.Of(losses.Instance(Name(each.Index))))];
    });

    [Fact]
    public void EachIsRefusedAndNothingIsWritten()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_BAD_ARGUMENTS", OrdinaryCount, DeepCount);
        Stopwatch time = Stopwatch.StartNew();
        Random random = new(run.Seed);
        List<string> failures = [];
        for (int i = 0; i < run.Count && failures.Count < MostReported; i++)
        {
            if (BadCall.Failure(Members.Value[random.Next(Members.Value.Length)], random) is { } failure)
            {
                failures.Add(failure);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{run}: {Members.Value.Length} members of {Declarations.Length} losses, {time.Elapsed.TotalSeconds:F0} s"));
        Assert.True(failures.Count == 0, $"{run}\n{string.Join('\n', failures)}");
    }

    /// <summary>Without a fault, every member accepts what the faults are put into.</summary>
    [Fact]
    public void ArgumentsWithoutAFaultAreAccepted() =>
        Assert.Equal([], Members.Value.Select(static member => BadCall.FailureOfGoodCall(member, new Random(1))).OfType<string>());

    /// <summary>Every kind of member is among them.</summary>
    [Fact]
    public void EveryMemberIsCalled() =>
        Assert.All(["Forward(", "Backward(", "ForwardBackward(", "Sums(", "ForwardEach(", "BackwardEach(", "Curvature(", "DoubleBackward(", "LossSum", "Span`1[System.Int32]"], name =>
            Assert.Contains(Members.Value, member => member.Name.Contains(name, StringComparison.Ordinal)));

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"Loss{index}");
}
