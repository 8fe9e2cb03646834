using LossGen.Explorer.Compilation;
using LossGen.Explorer.Examples;
using LossGen.Explorer.Plotting;
using Microsoft.CodeAnalysis;

namespace LossGen.Explorer.Tests;

/// <summary>The texts to start from do what their titles say.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Names() => [.. ExampleCatalog.All.Select(static example => example.Name)];

    [Fact]
    public void ThereAreTen() => Assert.Equal(10, ExampleCatalog.All.DistinctBy(static example => example.Text).Count());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ReportsWhatItIsMeantTo(string name)
    {
        CompiledDeclaration compiled = await CompiledDeclaration.CompileAsync(Named(name).Text);
        Assert.Equal(Named(name).Reported, compiled.Problems.Select(static problem => problem.Id).Distinct());
        Assert.All(compiled.Problems, static problem => Assert.NotNull(problem.Range));
        Assert.All(compiled.Problems, static problem => Assert.EndsWith($"docs/diagnostics/{problem.Id}.md", problem.Help, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task IsGeneratedAndDrawnUnlessItIsAMistake(string name)
    {
        CompiledDeclaration compiled = await CompiledDeclaration.CompileAsync(Named(name).Text);
        ExploredLoss loss = Assert.Single(compiled.Losses);
        Assert.Equal(!compiled.HasErrors, loss.IsGenerated);
        if (compiled.HasErrors)
        {
            return;
        }

        Assert.Contains(GeneratedPart.Of(compiled.Source.GeneratedFile(loss.Spec)), static part => part.Code.StartsWith("// formula", StringComparison.Ordinal));
        LossProbe kernel = LossProbe.Load(compiled.Source, loss.Declared);
        Plot plot = await Plot.DrawAsync(kernel, PlotTests.InDouble(compiled), PlotSettings.Of(kernel.Signature, loss.Spec, Named(name).Plot));
        Assert.All(plot.Curves, static curve => Assert.All(curve.Computed, static number => Assert.True(double.IsFinite(number))));
    }

    [Fact]
    public async Task TheMistakeIsMendedByEachFix()
    {
        CompiledDeclaration mistake = await CompiledDeclaration.CompileAsync(Named("Mistake").Text);
        IReadOnlyList<OfferedFix> fixes = await FixFinder.FindAsync(mistake);
        Assert.Equal(["Add Shape.Batch in front", "Replace 32 by Shape.Batch"], fixes.Select(static fix => fix.Title));
        foreach (OfferedFix fix in fixes)
        {
            Assert.Empty((await CompiledDeclaration.CompileAsync(await fix.ApplyAsync())).Diagnostics);
        }
    }

    [Fact]
    public async Task AnErrorOfTheCompilerHasAPlaceToo()
    {
        CompiledDeclaration compiled = await CompiledDeclaration.CompileAsync("[SquareLoss]\npublic sealed partial class Distance : Missing;");
        Problem problem = Assert.Single(compiled.Problems, static problem => problem.Id == "CS0246");
        Assert.Equal(DiagnosticSeverity.Error, problem.Severity);
        Assert.Equal(new TextRange(2, 40, 2, 47), problem.Range);
    }

    internal static Example Named(string name) => ExampleCatalog.All.Single(example => example.Name == name);
}
