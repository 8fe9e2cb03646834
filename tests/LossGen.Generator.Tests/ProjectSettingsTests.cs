using System.Collections.Immutable;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Tests;

/// <summary>Generated files compile without a diagnostic, whatever a project's settings and analyzers require of its own code.</summary>
public sealed class ProjectSettingsTests
{
    /// <summary>One loss for each schedule and feature: tiles, rows, elements, a formula, a total, weights, several threads, labels that no CLS-compliant member takes.</summary>
    internal const string Losses = """
        [LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10)] public partial class Tiles;
        [LossGen.SoftmaxLoss(LossGen.Shape.Batch, 100, Label = LossGen.LabelType.UInt16, Parallelism = LossGen.LossParallelism.Auto)] public partial class Rows;
        [LossGen.SoftmaxLoss(LossGen.Shape.Batch, 4, 3, Element = LossGen.ElementType.Double, Weighting = LossGen.WeightingMode.PerPrediction)] public partial class Weighted;
        [LossGen.MultinomialLogisticLoss(LossGen.Shape.Batch, 3, Weighting = LossGen.WeightingMode.PerClass, Weights = new double[] { 1, 2, 3 })] public partial class Constants;
        [LossGen.SquareLoss(Parallelism = LossGen.LossParallelism.Auto)] public partial class Elements;
        [LossGen.ElementwiseLoss] public partial class Custom { [LossGen.Formula] static float Value(float x, float y, [LossGen.Parameter] float delta = 1) => global::System.MathF.Pow(x - y, 2) * delta + global::System.MathF.Exp(x); }
        [LossGen.ElementwiseLoss] public partial class Totalled { [LossGen.Formula] static (float, float) Value(float x, [LossGen.NoGradient] float y) => (x * y, x * x); [LossGen.Total] static double Total(double both, double squares, long count) => both / (squares + count); }
        """;

    private static readonly LanguageVersion[] Versions = [LanguageVersion.CSharp13, LanguageVersion.CSharp14, LanguageVersion.Preview];

    // For tests of what names stand for.
    private static readonly Lazy<Compilation> Complete = new(static () =>
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Losses, Compilations.WithoutNullableAnalysis));
        return compilation.AddSyntaxTrees(GeneratorTester.Run(compilation).GetRunResult().GeneratedTrees);
    });

    public static TheoryData<string> Settings => [.. Options.Keys];

    private static Dictionary<string, Func<CSharpCompilationOptions, CSharpCompilationOptions>> Options { get; } = new()
    {
        ["warnings are errors"] = static options => options.WithGeneralDiagnosticOption(ReportDiagnostic.Error),
        ["nullable disabled"] = static options => options.WithNullableContextOptions(NullableContextOptions.Disable).WithGeneralDiagnosticOption(ReportDiagnostic.Error),
        ["checked arithmetic"] = static options => options.WithOverflowChecks(true).WithGeneralDiagnosticOption(ReportDiagnostic.Error),
        ["optimised"] = static options => options.WithOptimizationLevel(OptimizationLevel.Release).WithGeneralDiagnosticOption(ReportDiagnostic.Error),
        ["hidden ones are errors"] = static options => options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions([new("CS8019", ReportDiagnostic.Error), new("CS1591", ReportDiagnostic.Error), new("CS3001", ReportDiagnostic.Error), new("CS0436", ReportDiagnostic.Error)]),
    };

    /// <summary>In an ordinary run with one version of C# for each setting, another one each day.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void NothingIsSaidOfGeneratedFiles(string setting)
    {
        int shift = Array.IndexOf([.. Options.Keys], setting) + RandomRun.SeedOfTheRun;
        foreach (LanguageVersion version in Versions.Where((_, index) => RandomRun.IsDeep || (index + shift) % Versions.Length == 0))
        {
            SyntaxTree input = Compilations.Parse("[assembly: global::System.CLSCompliant(true)] " + Losses, Compilations.ParseOptions.WithLanguageVersion(version));
            CSharpCompilation compilation = Compilations.Create(input);
            ImmutableArray<SyntaxTree> generated = GeneratorTester.RunSampled(compilation).GetRunResult().GeneratedTrees;
            Assert.Equal(7, generated.Length);
            Compilation complete = compilation.WithOptions(Options[setting](compilation.Options)).AddSyntaxTrees(generated);
            Assert.DoesNotContain(complete.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && diagnostic.Location.SourceTree != input);
        }
    }

    /// <summary>An analyzer that forbids <c>Vector256</c>, even in generated code, reports nothing either.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsForbiddenIsAllowedThere(bool isDisabled)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Losses));
        ImmutableArray<SyntaxTree> generated = GeneratorTester.Run(compilation, VectorWidth.Bits256).GetRunResult().GeneratedTrees;
        Compilation complete = compilation.AddSyntaxTrees(isDisabled ? generated : GeneratorTester.WithWarnings(generated));
        ImmutableArray<Diagnostic> diagnostics = await complete.WithAnalyzers([new ForbiddenType()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(isDisabled, diagnostics.IsEmpty);
    }

    /// <summary>A reader of a kernel finds the meaning of each of its names in the lines above it.</summary>
    [Fact]
    public void EveryTypeThatAKernelNamesIsAnAliasOrImported()
    {
        HashSet<string> aliases = [];
        foreach (SyntaxTree file in Complete.Value.SyntaxTrees.Skip(1))
        {
            SemanticModel model = Complete.Value.GetSemanticModel(file);
            foreach (SimpleNameSyntax name in file.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (IsQualified(name) || model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol is not INamedTypeSymbol type || type.SpecialType != SpecialType.None || type.DeclaringSyntaxReferences.Length > 0)
                {
                    continue;
                }

                if (model.GetAliasInfo(name, TestContext.Current.CancellationToken) is { } alias)
                {
                    aliases.Add(alias.Target.ToDisplayString());
                }
                else
                {
                    Assert.True(type.IsGenericType && type.ContainingNamespace.ToDisplayString() == KernelClassPrinter.Imported, $"{name} stands for {type} by neither alias nor the imported namespace.");
                }
            }
        }

        Assert.Equal(KernelClassPrinter.Aliased.Order(StringComparer.Ordinal), aliases.Order(StringComparer.Ordinal));
    }

    /// <summary>No method is called as an extension: the call might bind to a user's method of that name.</summary>
    [Fact]
    public void NoExtensionMethodIsCalledAsOne()
    {
        IEnumerable<IMethodSymbol> called =
            from file in Complete.Value.SyntaxTrees.Skip(1)
            let model = Complete.Value.GetSemanticModel(file)
            from call in file.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            select Assert.IsAssignableFrom<IMethodSymbol>(model.GetSymbolInfo(call, TestContext.Current.CancellationToken).Symbol);
        Assert.DoesNotContain(called, static method => method.ReducedFrom is not null);
    }

    private static bool IsQualified(SimpleNameSyntax name) => name.Parent switch
    {
        AliasQualifiedNameSyntax or NameEqualsSyntax => true,
        QualifiedNameSyntax qualified => qualified.Right == name,
        MemberAccessExpressionSyntax access => access.Name == name,
        _ => false,
    };

#pragma warning disable RS1001, RS1036, RS2008 // It is for this test alone.
    private sealed class ForbiddenType : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("FORBIDDEN", "Forbidden", "Forbidden", "Test", DiagnosticSeverity.Error, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
            context.RegisterOperationAction(static operation =>
            {
                if (((IInvocationOperation)operation.Operation).TargetMethod.ContainingType.Name == "Vector256")
                {
                    operation.ReportDiagnostic(Diagnostic.Create(Rule, operation.Operation.Syntax.GetLocation()));
                }
            }, OperationKind.Invocation);
        }
    }
#pragma warning restore
}
