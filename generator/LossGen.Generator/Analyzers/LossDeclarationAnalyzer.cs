using System.Collections.Immutable;
using LossGen.Generator.Declarations;
using LossGen.Generator.Declarations.Formulas;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Says why the generator declines a declaration, what in an accepted one is probably a mistake, and what becomes of a formula.</summary>
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
                var twins = new CaseTwins(start.Compilation.Assembly);
                start.RegisterSyntaxNodeAction(node => Report(node, attributes, twins), SyntaxKind.ClassDeclaration, SyntaxKind.RecordDeclaration);
            }
        });
    }

    private static void Report(SyntaxNodeAnalysisContext context, ImmutableHashSet<INamedTypeSymbol> attributes, CaseTwins twins)
    {
        // Of the parts of a class, that with the attribute; its file holds the formula as well, if there is one.
        var part = (TypeDeclarationSyntax)context.Node;
        if (part.AttributeLists.Count == 0
            || context.SemanticModel.GetDeclaredSymbol(part, context.CancellationToken) is not { } type
            || type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } name && attributes.Contains(name)) is not { } declaration
            || !LossParser.IsDeclaredBy(type, part))
        {
            return;
        }

        (LossSpec? spec, ImmutableArray<Diagnostic> problems) = LossParser.Parse(type, context.SemanticModel, context.CancellationToken);
        foreach (Diagnostic problem in problems)
        {
            context.ReportDiagnostic(problem);
        }

        // Of a declaration that means nothing, how its code would be called or run is beside the point.
        if (spec is not null)
        {
            ReportTwin(context, type, twins);
            ReportPlatform(context, declaration);
            ReportFormula(context, type, spec);
        }
    }

    private static void ReportFormula(SyntaxNodeAnalysisContext context, INamedTypeSymbol type, LossSpec spec)
    {
        if (spec.Formula is null || FormulaParser.Formulas(type).FirstOrDefault() is not { } formula)
        {
            return;
        }

        Vectorisation vectors = LossGenerator.Compiler.Vectorise(spec);
        string lanes = vectors.Lanes == 1
            ? "one location at a time"
            : $"{vectors.Lanes} {(vectors.Element == ScalarType.Double ? "double" : "float")} at a time, {vectors.WidestLanes} where the machine has vectors of 512 bits";
        string functions = vectors.Called.Count == 0 ? "all of it is inlined" : "called rather than inlined: " + string.Join(", ", vectors.Called);
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.FormulaCompiled, formula.Locations[0], formula.Name, lanes, functions));
    }

    private static void ReportTwin(SyntaxNodeAnalysisContext context, INamedTypeSymbol type, CaseTwins twins)
    {
        if (twins.Find(type, context.CancellationToken) is { } twin)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NamesDifferInCase, type.Locations[0], type.ToDisplayString(), twin.ToDisplayString()));
        }
    }

    // 32-bit Arm is the one platform a project can name for which .NET has no vector instructions.
    private static void ReportPlatform(SyntaxNodeAnalysisContext context, AttributeData declaration)
    {
        if (context.Compilation.Options.Platform == Platform.Arm && declaration.ApplicationSyntaxReference is { } reference)
        {
            Location location = Location.Create(reference.SyntaxTree, reference.Span);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.PlatformWithoutVectors, location, Platform.Arm));
        }
    }
}
