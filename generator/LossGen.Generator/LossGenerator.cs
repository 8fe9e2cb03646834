using LossGen.Generator.Declarations;
using LossGen.Generator.Emit;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator;

/// <summary>
/// Fills each class that carries a loss attribute. Wiring only: declaration → <see cref="LossSpec"/> → source, the
/// compiler proper running in the output step and so only for specs that changed. A declaration that the parser rejects
/// yields no source; the analyzer, which calls the same parser, says why, or where analyzers do not run, an output beside (<see cref="ErrorReporter"/>).
/// </summary>
/// <remarks>
/// Not by the provider for attributes of a name: that binds the attributes of every loss after every edit anywhere, 30 µs a loss. Here an edit that
/// leaves the <see cref="DeclaredSurface"/> as it is binds nothing.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class LossGenerator : IIncrementalGenerator
{
    private readonly Func<LossSpec, string> print;

    public LossGenerator()
        : this(static spec => LossFilePrinter.Print(Compiler.Compile(spec)))
    {
    }

    /// <summary>With another text of a loss, for runs that are about when a loss is read rather than what is made of it.</summary>
    internal LossGenerator(Func<LossSpec, string> print) => this.print = print;

    /// <summary>The compiler for the dialects that the files are printed in.</summary>
    internal static LossCompiler Compiler { get; } = new(Dialect.IsPrintable);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var reader = new DeclarationReader();
        IncrementalValueProvider<DeclaredSurface> surface = context.CompilationProvider.Select(reader.Enter).WithTrackingName(StepNames.Surface);
        IncrementalValuesProvider<ReadDeclaration> declarations = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => LossParser.CanCarryLoss(node) && ((TypeDeclarationSyntax)node).AttributeLists.Count > 0,
                static (declaration, _) => (TypeDeclarationSyntax)declaration.Node)
            .Combine(surface)
            .Select((pair, cancellation) => reader.Read(pair.Left, pair.Right, cancellation))
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!);
        IncrementalValuesProvider<LossSpec> specs = declarations
            .Where(static declaration => declaration.Spec is not null)
            .Select(static (declaration, _) => declaration.Spec!)
            .WithTrackingName(StepNames.Specs);

        IncrementalValueProvider<EquatableArray<string>> twins = specs
            .Select(static (spec, _) => spec.Type.MetadataName)
            .Collect()
            .Select(static (names, _) => CaseTwins.Among(names))
            .WithTrackingName(StepNames.Twins);
        IncrementalValuesProvider<LossSpec> named = specs
            .Combine(twins)
            .Where(static pair => !pair.Right.Contains(pair.Left.Type.MetadataName))
            .Select(static (pair, _) => pair.Left);

        context.RegisterSourceOutput(named, (output, spec) => output.AddSource(spec.Type.HintName, print(spec)));

        context.RegisterSourceOutput(Errors(context, declarations, twins), static (output, errors) =>
        {
            foreach (Diagnostic error in errors)
            {
                output.ReportDiagnostic(error);
            }
        });
    }

    // Diagnostics hold trees of one compilation, so they are made of the current one, for the few declarations that are wrong, and equal while their trees are the same.
    private static IncrementalValuesProvider<EquatableArray<Diagnostic>> Errors(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ReadDeclaration> declarations, IncrementalValueProvider<EquatableArray<string>> twins)
    {
        IncrementalValueProvider<bool> isReporter = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ErrorReporter.IsGenerator(options.GlobalOptions));
        return declarations
            .Combine(isReporter.Combine(twins))
            .Where(static pair => pair.Right.Left && (pair.Left.IsWrong || (pair.Left.Spec is { } spec && pair.Right.Right.Contains(spec.Type.MetadataName))))
            .Select(static (pair, _) => pair.Left.Part)
            .Combine(context.CompilationProvider)
            .Select(static (pair, cancellation) => ErrorReporter.Find(pair.Left, pair.Right, cancellation))
            .WithTrackingName(StepNames.Errors);
    }
}
