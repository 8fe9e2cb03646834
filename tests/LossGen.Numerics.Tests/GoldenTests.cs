using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests;

/// <summary>
/// Values and gradients from PyTorch's float64 autograd, every case of the golden file, in one element type each day and in both in a deep run. Its numbers are independent of this project's formulas.
/// Weights of classes and of data points are given both ways, to the constructor and as constants.
/// </summary>
public sealed class GoldenTests
{
    private static readonly IReadOnlyList<GoldenCase> Cases = GoldenCase.ReadAll();

    private static readonly Lazy<CompiledLosses> Losses = new(static () =>
    {
        (string Name, GoldenCase Golden, Declaration Declaration)[] all =
        [
            .. from pair in Cases.Index()
               from element in Elements(pair.Index)
               from isConstant in IsConstantTried(pair.Index) ? new[] { false, true } : [false]
               select (Name(pair.Index, element, isConstant), pair.Item, pair.Item.Declaration(element, isConstant)),
        ];
        return CompiledLosses.Compile(
            all.ToDictionary(static loss => loss.Name, static loss => loss.Declaration.Attribute(loss.Declaration.HasConstantWeights ? ConstantsOf(loss.Golden, loss.Declaration.Element) : null)),
            all.Where(static loss => loss.Declaration.HasConstructor).ToDictionary(static loss => loss.Name, static loss => loss.Declaration.Element == ElementType.Double ? "double" : "float"));
    });

    public static TheoryData<int> InFloat64 => In(ElementType.Double);

    public static TheoryData<int> InFloat32 => In(ElementType.Single);

    public static TheoryData<int> WithConstants => [.. Enumerable.Range(0, Cases.Count).Where(IsConstantTried)];

    [Fact]
    public void AllCasesAreFound() => Assert.Equal(300, Cases.Count);

    [Theory]
    [MemberData(nameof(InFloat64))]
    public void Float64MatchesTo1e12(int index) => Cases[index].Matches(Run(index, ElementType.Double, isConstant: false, Cases[index].Inputs));

    [Theory]
    [MemberData(nameof(InFloat32))]
    public void Float32MatchesToItsBounds(int index)
    {
        // The file's inputs are float64; float32 is held to its bounds on the nearest inputs that it can represent.
        Declaration declaration = Cases[index].Declaration(ElementType.Single);
        LossInputs inputs = Rounded(Cases[index].Inputs);
        ReferenceResult expected = ReferenceLoss.Evaluate(declaration, Cases[index].Shape[Cases[index].BatchAxis], inputs);
        LossResult actual = Run(index, ElementType.Single, isConstant: false, inputs);
        Assert.All(TrialCheck.Compare(declaration, expected, actual), static error => Assert.True(error.Ratio <= 1.0, error.Description));
    }

    [Theory]
    [MemberData(nameof(WithConstants))]
    public void ConstantWeightsGiveTheBitsOfThoseAtRunTime(int index)
    {
        foreach (ElementType element in Elements(index))
        {
            LossInputs inputs = element == ElementType.Double ? Cases[index].Inputs : Rounded(Cases[index].Inputs);
            LossResult constant = Run(index, element, isConstant: true, inputs);
            LossResult constructed = Run(index, element, isConstant: false, inputs);
            Assert.Equal(Bits([constructed.Value]), Bits([constant.Value]));
            Assert.Equal(Bits(constructed.PredictionGradient), Bits(constant.PredictionGradient));
        }
    }

    private static TheoryData<int> In(ElementType element) => [.. Enumerable.Range(0, Cases.Count).Where(index => Elements(index).Contains(element))];

    // For the same weighting of the next shape, ten cases later, the other element type.
    private static ElementType[] Elements(int index) => RandomRun.OneOf(index + (index / 10), ElementType.Single, ElementType.Double);

    private static bool IsConstantTried(int index) => Cases[index].Weighting is "class" or "dataPoint" && RandomRun.IsTried(index);

    private static LossResult Run(int index, ElementType element, bool isConstant, LossInputs inputs) =>
        TrialCheck.Call(Cases[index].Declaration(element, isConstant), Losses.Value, Name(index, element, isConstant), inputs);

    // A constructor takes floats where the elements are floats, so constants that must give the same bits are floats too.
    private static double[] ConstantsOf(GoldenCase golden, ElementType element) => element == ElementType.Double ? golden.Weights! : Narrowed(golden.Weights!);

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];

    private static string Name(int index, ElementType element, bool isConstant) => $"{element}{index}{(isConstant ? "Constant" : "")}";

    private static LossInputs Rounded(LossInputs inputs) => new(Narrowed(inputs.Prediction), Narrowed(inputs.GroundTruth), inputs.Weights is { } weights ? Narrowed(weights) : null);

    private static double[] Narrowed(double[] values) => [.. values.Select(static value => (double)(float)value)];
}
