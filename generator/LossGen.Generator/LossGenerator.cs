using System.Collections.Immutable;
using LossGen.Generator.Declarations;
using LossGen.Generator.Emit;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator;

/// <summary>
/// Fills each class that carries a loss attribute. Wiring only: declaration → <see cref="LossSpec"/> → source, the
/// compiler proper running in the output step and so only for specs that changed. A declaration that the parser rejects
/// yields nothing here; the analyzer, which calls the same parser, says why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LossGenerator : IIncrementalGenerator
{
    private static readonly LossCompiler Compiler = new(Dialect.IsPrintable);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LossSpec>[] losses = [.. LossAttributeName.All.Select(attribute => Specs(context, attribute))];
        IncrementalValueProvider<EquatableArray<string>> twins = losses
            .Select(static specs => specs.Select(static (spec, _) => spec.Type.MetadataName).Collect())
            .Aggregate(static (all, more) => all.Combine(more).Select(static (names, _) => names.Left.AddRange(names.Right)))
            .Select(static (names, _) => CaseTwins.Among(names))
            .WithTrackingName(StepNames.Twins);

        foreach (IncrementalValuesProvider<LossSpec> specs in losses)
        {
            IncrementalValuesProvider<LossSpec> named = specs
                .Combine(twins)
                .Where(static pair => !pair.Right.Contains(pair.Left.Type.MetadataName))
                .Select(static (pair, _) => pair.Left);
            context.RegisterSourceOutput(named, static (output, spec) => output.AddSource(spec.Type.HintName, LossFilePrinter.Print(Compiler.Compile(spec))));
        }
    }

    private static IncrementalValuesProvider<LossSpec> Specs(IncrementalGeneratorInitializationContext context, LossAttributeName attribute) => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            attribute.MetadataName,
            static (node, _) => LossParser.CanCarryLoss(node),
            static (declaration, cancellation) => LossParser.Parse((INamedTypeSymbol)declaration.TargetSymbol, cancellation).Spec)
        .Where(static spec => spec is not null)
        .Select(static (spec, _) => spec!)
        .WithTrackingName(StepNames.Specs);
}
