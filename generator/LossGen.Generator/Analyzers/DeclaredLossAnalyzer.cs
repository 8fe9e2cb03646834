using System.Collections.Immutable;
using LossGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>A rule for declarations of losses, as the generator's parser reads them.</summary>
public abstract class DeclaredLossAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            ImmutableHashSet<INamedTypeSymbol> attributes = LossAttributeName.All
                .SelectMany(name => start.Compilation.GetTypesByMetadataName(name.MetadataName))
                .ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            if (!attributes.IsEmpty)
            {
                var twins = new CaseTwins(start.Compilation.Assembly);
                bool isGeneratorReporting = ErrorReporter.IsGenerator(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
                start.RegisterSyntaxNodeAction(node => Analyze(node, attributes, twins, isGeneratorReporting), SyntaxKind.ClassDeclaration, SyntaxKind.RecordDeclaration);
            }
        });
    }

    private protected abstract void Analyze(DeclaredLoss loss, Action<Diagnostic> report);

    private void Analyze(SyntaxNodeAnalysisContext context, ImmutableHashSet<INamedTypeSymbol> attributes, CaseTwins twins, bool isGeneratorReporting)
    {
        // The part of the class with the attribute; its file also has the formula, if there is one.
        var part = (TypeDeclarationSyntax)context.Node;
        if (part.AttributeLists.Count == 0
            || context.SemanticModel.GetDeclaredSymbol(part, context.CancellationToken) is not { } type
            || type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } name && attributes.Contains(name)) is not { } declaration
            || !LossParser.IsDeclaredBy(type, part))
        {
            return;
        }

        ParsedLoss parsed = LossParser.Parse(type, context.SemanticModel, twins, context.CancellationToken);
        Analyze(new DeclaredLoss(type, declaration, parsed, context.Compilation.Options.Platform, isGeneratorReporting), context.ReportDiagnostic);
    }

    /// <summary>One declaration.</summary>
    /// <param name="Type">The class.</param>
    /// <param name="Declaration">Its attribute.</param>
    /// <param name="Parsed">What it means, or why it has no meaning.</param>
    /// <param name="Platform">The platform that the project is built for.</param>
    /// <param name="IsGeneratorReporting">Whether the generator reports the errors.</param>
    private protected sealed record DeclaredLoss(INamedTypeSymbol Type, AttributeData Declaration, ParsedLoss Parsed, Platform Platform, bool IsGeneratorReporting);
}
