using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>A kernel that is wrong in one way is rejected, and the problem is named.</summary>
public sealed class VerifierTests
{
    private static readonly Tensor X = new("x", ScalarType.Single, TensorRole.Input);
    private static readonly Tensor Gradient = new("xGradient", ScalarType.Single, TensorRole.Gradient);
    private static readonly Variable Index = new("index", IrType.Index);
    private static readonly Variable Local = new("local", IrType.Single);
    private static readonly Expr Element = new Load(X, Index, IrType.Single);

    [Fact]
    public void ASoundKernelHasNoProblem() =>
        Assert.Empty(Check(KernelSpecification.Ordered, new Declare(Local, Element), new Store(Gradient, Index, Local)));

    [Fact]
    public void AVariableOutOfReachIsFound() => Finds("local: f32 is not in reach", new Store(Gradient, Index, Local));

    [Fact]
    public void ASecondDeclarationIsFound() => Finds("local is declared twice", new Declare(Local, Element), new Declare(Local, Element));

    [Fact]
    public void ADeclarationOfAnotherTypeIsFound() => Finds("local: f32 is given index", new Declare(Local, Index));

    [Fact]
    public void OperandsOfDifferentTypesAreFound() => Finds("have different types", new Store(Gradient, Index, Expr.Of(Op.Add, new Constant(1, IrType.Double), Element)));

    [Fact]
    public void AWrittenInputIsFound() => Finds("x is an input and is written", new Store(X, Index, Element));

    [Fact]
    public void AnIndexThatIsNoPositionIsFound() => Finds("xGradient is indexed by f32", new Store(Gradient, Element, Element));

    [Fact]
    public void AnAccumulatorThatNoLoopCarriesIsFound() => Finds("total is not carried", new Accumulate("total", Element));

    [Fact]
    public void AnElementReadAfterItsGradientReplacedItIsFound() =>
        Finds("is read after its gradient may have replaced it", new Store(Gradient, Index, new Constant(0, IrType.Single)), new Declare(Local, Element));

    [Fact]
    public void MathematicsIsFoundOnceItShouldBeLowered() => Finds("is not lowered", new Declare(Local, Element.As("name")));

    [Fact]
    public void ScratchWithoutAPlaceIsFound() => FindsInScratch("a has no place", new Scratch(Row("a"), 16));

    [Fact]
    public void ScratchAcrossOtherScratchIsFound() => FindsInScratch("a lies across another", new Scratch(Row("a"), 16, Offset: 0), new Scratch(Row("b"), 16, Offset: 60));

    [Fact]
    public void AVectorIsFoundBeforeVectorsAreMade() =>
        Finds("is a vector", new Declare(new Variable("lanes", IrType.Single.WithLanes(8)), new Load(X, Index, IrType.Single.WithLanes(8))));

    [Fact]
    public void AnOpThatNoDialectPrintsIsFound() => Assert.Contains(
        Check(KernelSpecification.Printable(Dialect.IsPrintable), new Declare(Local, Expr.Square(Element))),
        static problem => problem.Contains("Square of f32 is not printable", StringComparison.Ordinal));

    [Fact]
    public void ThePipelineRefusesABrokenKernel()
    {
        LossKernel broken = Kernel([new Store(X, Index, Element)]);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new Pipeline(Dialect.IsPrintable).Run(broken));
        Assert.Contains("is no scalar kernel", error.Message, StringComparison.Ordinal);
    }

    private static void Finds(string problem, params Stmt[] body) =>
        Assert.Contains(Check(KernelSpecification.Ordered, body), found => found.Contains(problem, StringComparison.Ordinal));

    private static void FindsInScratch(string problem, params Scratch[] scratch) =>
        Assert.Contains(problem, Verifier.Check(Kernel([]) with { Scratch = EquatableArray.Of(scratch) }, KernelSpecification.Printable(Dialect.IsPrintable)));

    private static Tensor Row(string name) => new(name, ScalarType.Single, TensorRole.Intermediate, TensorLayout.TileLocations);

    private static IReadOnlyList<string> Check(KernelSpecification specification, params Stmt[] body) => Verifier.Check(Kernel(body), specification);

    private static LossKernel Kernel(Stmt[] body) => new(
        "Test",
        new ElementwiseIteration(),
        EquatableArray.Of(X, Gradient),
        default,
        EquatableArray.Of<Stmt>(new Loop(Index, Expr.Position(0), Expr.Position(8), LoopRole.Elements, default, EquatableArray.Of(body))),
        new KernelNotes(),
        KernelRequest.Default);
}
