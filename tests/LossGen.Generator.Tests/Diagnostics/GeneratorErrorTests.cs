using System.Collections.Immutable;
using System.Globalization;
using LossGen.Generator.Analyzers;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>
/// If a project does not run analyzers, the generator reports the errors of declarations, at the same places and in the same words, and the analyzer does not: each
/// is reported once, whichever runs.
/// </summary>
public sealed class GeneratorErrorTests
{
    public static TheoryData<string> Wrong() =>
    [
        "[SquareLoss] class Loss;",
        "class Outer { [SquareLoss] partial class Loss; }",
        "[SoftmaxLoss(32, 10)] partial class First; [SoftmaxLoss(3, Shape.Batch, 5, Weight = -1)] partial class Second;",
        "[ElementwiseLoss] partial class Loss { [Formula] private static float Value(float x, float y) => x % y; }",
        "[ElementwiseLoss] partial class Loss;",
        "[SquareLoss] partial class Loss; [SquareLoss] partial class LOSS;",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task EachErrorIsReportedOnce(string source)
    {
        CSharpCompilation compilation = Compile(source);
        string[] expected = Texts(await AnalyzeAsync(compilation, skipped: null));
        Assert.NotEmpty(expected);

        Assert.Empty(Report(compilation, skipped: null));
        Assert.Empty(Report(compilation, skipped: "false"));
        Assert.Equal(expected, Texts(await AnalyzeAsync(compilation, skipped: "false")));

        Assert.Equal(expected, Texts(Report(compilation, skipped: "true")));
        Assert.Empty(await AnalyzeAsync(compilation, skipped: "true"));
    }

    [Fact]
    public async Task WarningsAndCallsAreTheAnalyzers()
    {
        CSharpCompilation compilation = Compile("[SquareLoss(Weight = 0)] partial class Loss; class Program { static void Run(ILoss<float, float> loss) { loss.Forward([1], [1]); } }");
        Assert.Empty(Report(compilation, skipped: "true"));
        Assert.Equal(["LG0023", "LG0107"], (await AnalyzeAsync(compilation, skipped: "true")).Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("#pragma warning disable LG0001\n[SquareLoss] class Loss;\n#pragma warning restore LG0001", null)]
    [InlineData("[SquareLoss] class Loss;", ReportDiagnostic.Suppress)]
    public void AProjectCanSilenceIt(string source, ReportDiagnostic? option)
    {
        CSharpCompilation compilation = Compile(source);
        ImmutableDictionary<string, ReportDiagnostic> options = option is { } severity ? ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("LG0001", severity) : [];
        Assert.DoesNotContain(
            Report(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(options)), skipped: "true"),
            static diagnostic => !diagnostic.IsSuppressed);
    }

    /// <summary>An edit elsewhere recomputes only the errors of wrong declarations; the places follow an edit of the file.</summary>
    [Fact]
    public void AnEditElsewhereReportsNothingAnew()
    {
        SyntaxTree wrong = Compilations.Parse("using LossGen; [SquareLoss] class Wrong;", "Wrong.cs"), right = Compilations.Parse("[LossGen.SquareLoss] partial class Right;", "Right.cs");
        SyntaxTree other = Compilations.Parse("class Other;", "Other.cs");
        CSharpCompilation compilation = Compilations.Create(wrong, right, other);
        GeneratorDriver driver = Driver("true").RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.Equal("LG0001", Assert.Single(driver.GetRunResult().Diagnostics).Id);

        CSharpCompilation edited = compilation.ReplaceSyntaxTree(other, Compilations.Parse("class Other { int field; } // A comment.", "Other.cs"));
        driver = driver.RunGenerators(edited, TestContext.Current.CancellationToken);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Equal("LG0001", Assert.Single(result.Diagnostics).Id);
        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(result.TrackedSteps[StepNames.Errors].SelectMany(static step => step.Outputs)).Reason);
        Assert.All(result.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs), static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));

        SyntaxTree moved = Compilations.Parse("// A comment.\nusing LossGen; [SquareLoss] class Wrong;", "Wrong.cs");
        driver = driver.RunGenerators(edited.ReplaceSyntaxTree(wrong, moved), TestContext.Current.CancellationToken);
        Location place = Assert.Single(driver.GetRunResult().Diagnostics).Location;
        Assert.Same(moved, place.SourceTree);
        Assert.Equal("Wrong", moved.GetText(TestContext.Current.CancellationToken).ToString(place.SourceSpan));
    }

    private static CSharpCompilation Compile(string source) => Compilations.Create(Compilations.Parse("using LossGen;\n" + source));

    private static ImmutableArray<Diagnostic> Report(CSharpCompilation compilation, string? skipped)
    {
        GeneratorRunResult result = Driver(skipped).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return result.Diagnostics;
    }

    private static GeneratorDriver Driver(string? skipped) => CSharpGeneratorDriver.Create(
        [new LossGenerator().AsSourceGenerator()],
        parseOptions: Compilations.ParseOptions,
        optionsProvider: new ProjectOptions(skipped),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, string? skipped) => compilation
        .WithAnalyzers([new LossDeclarationAnalyzer(), new IgnoredValueAnalyzer()], new AnalyzerOptions([], new ProjectOptions(skipped)))
        .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private static string[] Texts(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal).Select(static diagnostic => ((IFormattable)diagnostic).ToString(null, CultureInfo.InvariantCulture))];

    private sealed class ProjectOptions(string? skipped) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(skipped);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(string? skipped) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.LossGenAnalyzersSkipped" ? skipped : null;
            return value is not null;
        }
    }
}
