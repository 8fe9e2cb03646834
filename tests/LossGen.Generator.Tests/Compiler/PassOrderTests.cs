using System.Reflection;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Building;
using LossGen.Generator.Lowering.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>The order of passes satisfies their declarations, the declarations are true, and each pass is in its folder.</summary>
public sealed class PassOrderTests
{
    private const int Batch = TensorShape.Batch;

    private static readonly Pipeline Pipeline = new(Dialect.IsPrintable);

    private static readonly Pass[] Passes = [.. Pipeline.Passes];

    // Rows, groups of rows, tiles, few and many classes, one class; soft labels; weights; pairs of classes; single elements, with gradients that may be omitted.
    private static readonly LossSpec[] Specs =
    [
        .. from classes in (int[])[1, 2, 5, 10, 45, 700]
           from inner in (int[])[1, 3]
           from loss in (LossKind[])[LossKind.Softmax, LossKind.SoftlabelSoftmax, LossKind.MultinomialLogistic]
           select Spec(loss, inner == 1 ? [Batch, classes] : [Batch, classes, inner]),
        Spec(LossKind.Softmax, [Batch, 10], weighting: new Weighting(WeightingKind.PerPrediction, NormalizationKind.Global, default)),
        Spec(LossKind.Softmax, [Batch, 10], weighting: new Weighting(WeightingKind.PerClass, NormalizationKind.Local, default)),
        .. ((int[])[5, 20, 45, 100]).Select(static classes => Spec(LossKind.Softmax, [Batch, classes]) with { Definition = Pairs.Definition(Pairs.Inputs, ElementKind.Single, default, classes, ReductionKind.Mean), Inputs = Pairs.Inputs }),
        .. ((LossKind[])[LossKind.Square, LossKind.Hinge, LossKind.BinaryCrossEntropy, LossKind.GaussianKL]).Select(static loss => Spec(loss, [Batch])),
        Spec(LossKind.Square, [Batch], ElementKind.Double),
        Spec(LossKind.Softmax, [Batch, 10], ElementKind.Double),
        Spec(LossKind.Square, [Batch]) with { Definition = new ElementwiseFormula(OneInput, default, EquatableArray.Of(FormulaCase.Only(EquatableArray.Of(Stopped(new Variable("x", IrType.Single))))), total: null, ReductionKind.Mean), Inputs = OneInput },
    ];

    // The kernel before and after each pass, for each spec, both widths of vectors and few locations.
    private static readonly Lazy<List<(Pass Pass, LossKernel Before, LossKernel After)>> Runs = new(static () => [.. Specs.SelectMany(RunsOf)]);

    private static LossTemplate Pairs => LossTemplate.Find(LossKind.MultiLabelMargin)!;

    public static TheoryData<string> Names => [.. Passes.Select(static pass => pass.Name).Distinct()];

    [Fact]
    public void NoPassMeetsWhatItForbids() => Assert.Empty(PassOrder.Check(Passes));

    /// <summary>An order without the pass that eliminates a kind is rejected, and so is one that has this pass too late.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AnOrderWithoutAPassThatEliminatesIsWrong(string name)
    {
        Pass pass = Passes.First(pass => pass.Name == name);
        Assert.Equal(pass.Eliminates != NodeSet.None, PassOrder.Check([.. Passes.Where(pass => pass.Name != name)]).Count > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void APassDoesWhatItDeclares(string name)
    {
        NodeSet eliminated = NodeSet.None;
        NodeSet introduced = NodeSet.None;
        Pass pass = Passes.First(pass => pass.Name == name);
        foreach ((_, LossKernel before, LossKernel after) in Runs.Value.Where(run => run.Pass.Name == name))
        {
            NodeSet held = before.Contents;
            NodeSet left = after.Contents;
            Assert.Equal("", (held & pass.Forbids).ToString());
            Assert.Equal("", (left & pass.Eliminates).ToString());
            eliminated |= held & pass.Eliminates;
            introduced |= left - held;
        }

        Assert.Equal(pass.Eliminates.ToString(), eliminated.ToString());

        // Ops that any pass may emit are declared by none.
        Assert.Equal(pass.Introduces.ToString(), (introduced - PassOrder.Start).ToString());
    }

    [Fact]
    public void EveryPassIsInThePipeline() => Assert.Equal(
        Passes.Select(static pass => pass.Name).Distinct().Order(StringComparer.Ordinal),
        ClassesWith(typeof(Pass)).Select(static type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryPassOverDriversIsInThePipeline() => Assert.Equal(
        Pipeline.Drivers(new DriverBuilder(null!), sharesAmongThreads: true).Select(static pass => pass.Name).Order(StringComparer.Ordinal),
        ClassesWith(typeof(DriverPass)).Select(static type => type.Name).Order(StringComparer.Ordinal));

    /// <summary>
    /// A folder contains its passes; their supporting types are in folders below. Building contains what the first pass is given, Drivers what runs kernels.
    /// </summary>
    [Fact]
    public void ARoomHoldsItsPassesAndNothingElse() => Assert.Empty(
        typeof(Pass).Assembly.GetTypes()
            .Where(static type => !type.IsNested && type.Namespace?.StartsWith("LossGen.Generator.Lowering.", StringComparison.Ordinal) == true)
            .Where(static type => type.Namespace!.Split('.').Length == 4 && type.Namespace != typeof(KernelBuilder).Namespace && type.Namespace != typeof(DriverBuilder).Namespace)
            .Except(ClassesWith(typeof(Pass))));

    // The types that declare a pass, including those that take arguments for it.
    private static IEnumerable<Type> ClassesWith(Type pass) => pass.Assembly.GetTypes().Where(type =>
        type != pass && type.GetMethods(BindingFlags.Static | BindingFlags.Public).Any(method => method.ReturnType == pass));

    private static IEnumerable<(Pass Pass, LossKernel Before, LossKernel After)> RunsOf(LossSpec spec)
    {
        KernelOutputs outputs = new(Value: true, LossTensors.Of(spec).Gradients.Count, AreOptional: true);
        LossKernel start = KernelBuilder.Build(spec, outputs, "Kernel");
        LossKernel shared = KernelBuilder.Build(spec, outputs with { AreOptional = false }, "Kernel") with { Request = new KernelRequest(IsShared: true) };
        foreach (LossKernel first in (LossKernel[])[shared, start with { Request = new KernelRequest(VectorWidth.Bits512) }, start with { Request = new KernelRequest(ForFewLocations: true) }])
        {
            LossKernel kernel = first;
            foreach ((Pass pass, (_, LossKernel after)) in Passes.Zip(Pipeline.Stages(first)))
            {
                yield return (pass, kernel, after);
                kernel = after;
            }
        }
    }

    private static EquatableArray<LossInput> OneInput => EquatableArray.Of(LossInput.Elements("x"));

    private static Expr Stopped(Expr x) => x * Expr.Of(Op.StopGradient, x);

    private static LossSpec Spec(LossKind loss, int[] shape, ElementKind element = ElementKind.Single, Weighting? weighting = null) => new(
        BuiltInLoss.Of(loss),
        new LossType("", EquatableArray.Of(new TypeDeclaration("class", "Any")), "Any"),
        new TensorShape(shape.ToEquatableArray(), ClassAxis: shape.Length > 1 ? 1 : null),
        element,
        Weight: 1.0,
        BuiltInLoss.Of(loss).Inputs("logits", "labels"),
        Weighting: weighting);
}
