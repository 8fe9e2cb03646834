using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0107: <c>Forward</c> as a statement, which has no effect.</summary>
/// <remarks>
/// Deliberately ignored: a discard, <c>_ = loss.Forward(…)</c>, which says that it is intended; a lambda whose body is the call, as its
/// receiver decides; and <c>ForwardBackward</c>, whose gradient is useful without its value.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredValueAnalyzer : LossUsageAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.IgnoredValue];

    private protected override bool IsAboutFailure => true;

    private protected override void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context)
    {
        if (call is { Member: LossMember.Forward, Operation: IInvocationOperation { Parent: IExpressionStatementOperation { Syntax: ExpressionStatementSyntax } } forward })
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.IgnoredValue, forward.Syntax.GetLocation(), forward.Syntax.ToString()));
        }
    }
}
