using System.Collections.Immutable;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Usage;

/// <summary>Which calls the usage rules examine, whatever they report.</summary>
public sealed class UsageScopeTests
{
    private const string Calls = "loss.Forward([1, 2], [5]); loss.Backward(x, labels, x);";

    [Fact]
    public async Task TopLevelStatements() => Assert.Equal(
        ["LG0105", "LG0104"],
        await IdsAsync(
            """
            using LossGen;

            var loss = new Loss();
            float[] gradient = new float[2];
            int[] labels = [0, 3], others = [3];
            others[0] = 0;
            float value = loss.ForwardBackward(new float[6], labels, gradient);
            value = loss.Forward(new float[3], others);

            [SoftmaxLoss(Shape.Batch, 3)]
            public sealed partial class Loss;
            """,
            OutputKind.ConsoleApplication));

    [Fact]
    public async Task NestedInGenericTypesDerivedFromAndUsedInInitializers() => Assert.Equal(
        ["LG0105", "LG0105", "LG0104"],
        await IdsAsync(
            """
            using LossGen;

            public partial class Outer<T>
            {
                [SoftmaxLoss(Shape.Batch, 3)]
                public partial class Loss;
            }

            public sealed class Derived : Outer<int>.Loss
            {
                private readonly float first = new Outer<string>.Loss().Forward([1, 2, 3], [7]);

                public float Second => Forward([1, 2, 3], [7]);

                public float Third(float[] logits = null!) => Forward(logits, [1], 0) + base.Forward([2, 3], [1]);

                private float Forward(float[] logits, int[] labels, int more) => first;
            }
            """));

    [Theory]
    [InlineData("public sealed class Loss { public float Forward(float[] x, int[] y) => 0; public void Backward(float[] x, int[] y, float[] g) { } }")]
    [InlineData("namespace My { public interface ILoss<T, U> { float Forward(T[] x, U[] y); void Backward(T[] x, U[] y, T[] g); } } public abstract class Loss : My.ILoss<float, int> { public abstract float Forward(float[] x, int[] y); public abstract void Backward(float[] x, int[] y, float[] g); }")]
    public async Task HandWrittenLosses(string declaration) => Assert.Empty(await IdsAsync(declaration + " class Program { void Run(Loss loss, float[] x, int[] labels) { " + Calls + " } }"));

    [Fact]
    public async Task LossesOfOtherAssemblies()
    {
        CSharpCompilation library = UsageTester.Compile("using LossGen; [SoftmaxLoss(Shape.Batch, 3)] public sealed partial class Loss;").WithAssemblyName("Library");
        CSharpCompilation user = Compilations.Create(Compilations.Parse("class Program { void Run(Loss loss, float[] x, int[] labels) { " + Calls + " } }"))
            .AddReferences(library.ToMetadataReference());

        Assert.DoesNotContain(user.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(user));
    }

    [Theory]
    [InlineData("Throws<Exception>(() => loss.Forward(x, [3]));")]
    [InlineData("Throws<Exception>(() => { loss.Forward(new float[2], labels); });")]
    [InlineData("Exception(() => { if (flag) { loss.Forward(x, [3]); } });")]
    [InlineData("try { float v = loss.Forward(x, [3]); } catch (ArgumentOutOfRangeException) { }")]
    [InlineData("try { float v = loss.Forward(x, [3]); } catch (Exception) { }")]
    [InlineData("try { float v = loss.Forward(x, [3]); } catch (Exception e) when (e is ArgumentException) { }")]
    [InlineData("try { float v = loss.Forward(x, [3]); } catch { }")]
    [InlineData("Action act = () => loss.Forward(x, [3]); act();")]
    [InlineData("Func<float> act = () => loss.Forward(x, [3]); act();")]
    public Task CallsThatAreThereToFail(string statements) => UsageTester.ExpectNothingAsync(
        "SoftmaxLoss(Shape.Batch, 3)", statements + " static void Throws<T>(Action call) => call(); static void Exception(Action call) => call();");

    /// <summary>The caller of a function may expect it to throw, whatever its name: the rules for failing calls report nothing there.</summary>
    [Theory]
    [InlineData("Assert.That(() => loss.Forward(new float[15], labels), new object());")]
    [InlineData("Assert.That(() => loss.Forward(x, [3]), new object());")]
    [InlineData("Assert.That(() => { loss.Forward(x, [3]); }, new object());")]
    [InlineData("Assert.That(delegate { loss.Forward(x, [3]); }, new object());")]
    [InlineData("Assert.That(delegate { loss.Backward(x, labels, weights: y, logitsGradient: y); }, new object());", "SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerPrediction)")]
    [InlineData("Assert.That(Act, new object()); void Act() => loss.Forward(x, [3]);")]
    [InlineData("Assert.That(Act, new object()); void Act() { loss.Forward(new float[2], labels); }")]
    [InlineData("Assert.That(Act, new object()); } private static void Act() { new Loss().Forward(new float[2], [0]);")]
    [InlineData("Action act = Program.Act; Assert.That(act, new object()); } private static void Act() { new Loss().Forward(new float[3], [4]);")]
    [InlineData("Assert.That(this.Act<int>, new object()); } private void Act<T>() { float value = new Loss().Forward(new float[3], [4]);")]
    [InlineData("} [ExpectedException(typeof(ArgumentException))] public void Test() { new Loss().Forward(new float[3], [4]); } class ExpectedExceptionAttribute(Type type) : Attribute { public Type Type => type;")]
    public Task CallsThatOthersMayExpectToFail(string statements, string attribute = "SoftmaxLoss(Shape.Batch, 3)") => UsageTester.ExpectNothingAsync(
        attribute, statements + " } private static class Assert { public static void That(Action call, object constraint) { call(); } public static void That(Func<float> call, object constraint) { call(); }");

    /// <summary>The other rules report what is wrong with a call that succeeds, in functions too.</summary>
    [Theory]
    [InlineData("LG0103", "BinaryCrossEntropyLoss", "Run(() => loss.Forward([[|2f|]], y)); static void Run(Func<float> call) => call();", "'prediction' of BinaryCrossEntropyLoss must be probabilities, from 0 to 1, but element 0 is 2: logits need a sigmoid first")]
    [InlineData("LG0106", "HingeLoss", "Run(Act); float Act() => loss.Forward(x, [1, [|0|]]); static void Run(Func<float> call) => call();", "Element 1 of 'label' is 0, but hinge labels must be -1 or 1")]
    public Task CallsThatSucceedInAFunction(string id, string attribute, string statements, string message) => UsageTester.ExpectAsync(id, attribute, statements, message);

    [Theory]
    [InlineData("_ = nameof(Run); float v = loss.Forward(x, [[|3|]]);")]
    [InlineData("Action other = Run; other(); float v = loss.Forward(x, [[|3|]]); } private void Run() {")]
    [InlineData("Run(loss, x, labels, y, g, h, flag); float v = loss.Forward(x, [[|3|]]);")]
    [InlineData("ThrowIfNegative(loss.Forward(x, [[|3|]]));")]
    [InlineData("try { } catch (ArgumentException) { float v = loss.Forward(x, [[|3|]]); }")]
    public Task CallsThatAreNot(string statements) => UsageTester.ExpectAsync(
        "LG0105",
        "SoftmaxLoss(Shape.Batch, 3)",
        statements + " static void ThrowIfNegative(float value) { }",
        "Element 0 of 'labels' is 3, but the classes of shape (Batch, 3) are 0 to 2");

    /// <summary>The compiler reports half-typed calls and wrong declarations; the rules must merely not fail.</summary>
    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3)] public partial class Loss; class Program { void Run(Loss loss) { var v = loss.Forward(; loss.Backward(x, [], ); } }")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3)] public partial class Loss; class Program { float v = new Loss([1, 2, 3]).Forward(new float[], new int[-1]); }")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3)] public partial class Loss; class Program { void Run(Loss loss) { float v = loss.Forward(stackalloc float[], [.. ]); loss.Backward(v, v, v); } }")]
    [InlineData("[HingeLoss] public partial class Loss; class Program { void Run(Loss loss) { float v = loss.Forward([1, 0], [\"a\", null, 'c']); } }")]
    public async Task BrokenCode(string source)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse("using LossGen; " + source));
        ImmutableArray<SyntaxTree> files = GeneratorTester.Run(compilation).GetRunResult().GeneratedTrees;
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation.AddSyntaxTrees(files)));
    }

    private static async Task<IEnumerable<string>> IdsAsync(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) =>
        (await AnalyzerTester.AnalyzeAsync(UsageTester.Compile(source, kind))).Select(static diagnostic => diagnostic.Id);
}
