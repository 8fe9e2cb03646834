using System.Collections.Immutable;
using LossGen.Generator.Declarations;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Says why the generator declines a declaration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossDeclarationAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfDeclarations;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            ImmutableHashSet<INamedTypeSymbol> attributes = LossAttributeName.All
                .SelectMany(name => start.Compilation.GetTypesByMetadataName(name.MetadataName))
                .ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            if (!attributes.IsEmpty)
            {
                start.RegisterSymbolAction(symbol => Report(symbol, attributes), SymbolKind.NamedType);
            }
        });
    }

    private static void Report(SymbolAnalysisContext context, ImmutableHashSet<INamedTypeSymbol> attributes)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(attribute => attribute.AttributeClass is { } name && attributes.Contains(name)))
        {
            return;
        }

        foreach (Diagnostic problem in LossParser.Parse(type, context.CancellationToken).Problems)
        {
            context.ReportDiagnostic(problem);
        }
    }
}
