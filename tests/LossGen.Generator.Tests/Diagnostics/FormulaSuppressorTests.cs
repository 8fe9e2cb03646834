using System.Collections.Immutable;
using LossGen.Generator.Analyzers;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>
/// Rules for unused members are suppressed for formulas and for what formulas use, and for nothing else. A rule that reports every member stands in for them.
/// </summary>
public sealed class FormulaSuppressorTests
{
    private const string Source =
        """
        using LossGen;

        [ElementwiseLoss]
        public sealed partial class HuberLoss
        {
            private const float Half = Quarter + Quarter, Quarter = 0.25f, Eighth = 0.125f;
            private static readonly float Third = 1f / 3;
            private static float Fourth => 4 * Third;

            [Formula]
            private static float Value(float prediction, float target, [Parameter] float delta = 1) => Square(prediction - target) * Fourth;

            private static float Square(float x) => Scale(x * x);

            private static float Scale(float x) => Half * x;

            private static float Forgotten(float x) => Half * x;
        }

        public static class Others
        {
            private const float Half = 0.5f;

            private static float Square(float x) => x * x;
        }
        """;

    private static readonly string[] RulesForMembers = ["IDE0051", "IDE0052", "CA1811", "CA1823", "CS0169", "CS0414", "S1144", "S4487", "RCS1213"];
    private static readonly string[] RulesForParameters = ["IDE0060", "CA1801", "S1172", "RCS1163"];

    [Fact]
    public void EveryRuleIsListed() => Assert.Equal(
        RulesForMembers.Concat(RulesForParameters).Order(StringComparer.Ordinal),
        new FormulaSuppressor().SupportedSuppressions.Select(static suppression => suppression.SuppressedDiagnosticId));

    [Theory]
    [InlineData("IDE0051")]
    [InlineData("CA1823")]
    [InlineData("S1144")]
    public async Task TheFormulaAndWhatItUsesAreUsed(string rule) => Assert.Equal(
        ["Half", "Quarter", "Third", "Fourth", "Value", "Square", "Scale"],
        await SuppressedAsync(rule));

    [Theory]
    [InlineData("IDE0060")]
    [InlineData("RCS1163")]
    public async Task ItsParametersAreTheInputs(string rule) => Assert.Equal(["prediction", "target", "delta"], await SuppressedAsync(rule));

    private static async Task<IEnumerable<string>> SuppressedAsync(string rule)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Source));
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(
            [new EveryMember(rule, RulesForParameters.Contains(rule)), new FormulaSuppressor()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));
        ImmutableArray<Diagnostic> diagnostics = await analysis.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.All(diagnostics, static diagnostic => Assert.False(diagnostic.Id is "AD0001"));
        return diagnostics.Where(diagnostic => diagnostic.Id == rule && diagnostic.IsSuppressed)
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(static diagnostic => Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

#pragma warning disable RS1017, RS1036, RS1038, RS1041 // It is for this test alone.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EveryMember(string rule, bool areParameters) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor descriptor = new(rule, "Unused", "Unused", "Tests", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [descriptor];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                node => node.ReportDiagnostic(Diagnostic.Create(descriptor, Name(node.Node).GetLocation())),
                areParameters ? new[] { SyntaxKind.Parameter } : [SyntaxKind.MethodDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.VariableDeclarator]);
        }

        private static SyntaxToken Name(SyntaxNode node) => node switch
        {
            MethodDeclarationSyntax method => method.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            VariableDeclaratorSyntax variable => variable.Identifier,
            _ => ((ParameterSyntax)node).Identifier,
        };
    }
#pragma warning restore
}
