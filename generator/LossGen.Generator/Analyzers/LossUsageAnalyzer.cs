using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>
/// A rule for calls of losses. Rules report only what is certain from the source around a call: the results of methods, properties and
/// other objects are unknown.
/// </summary>
public abstract class LossUsageAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (LossCatalog.Create(start.Compilation) is not { } losses)
            {
                return;
            }

            start.RegisterOperationAction(
                operation =>
                {
                    if (LossCall.Read(operation.Operation, losses, operation.CancellationToken) is { } call && !IsExpected(call.Operation))
                    {
                        Analyze(call, losses, operation);
                    }
                },
                OperationKind.Invocation,
                OperationKind.ObjectCreation);
        });
    }

    /// <summary>Whether the rule is about calls that fail: such a call may be the subject of a test.</summary>
    private protected virtual bool IsAboutFailure => false;

    private protected abstract void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context);

    private bool IsExpected(IOperation call) => ExpectedFailure.IsSeen(call) || (IsAboutFailure && ExpectedFailure.IsPossible(call));
}
