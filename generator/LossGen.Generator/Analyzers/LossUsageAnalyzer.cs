using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>
/// A rule for calls of losses. Rules say only what is certain from the source around a call: what comes out of methods, properties and
/// other objects is not seen.
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
                    if (LossCall.Read(operation.Operation, losses, operation.CancellationToken) is { } call && !IsExpectedToThrow(call.Operation))
                    {
                        Analyze(call, losses, operation);
                    }
                },
                OperationKind.Invocation,
                OperationKind.ObjectCreation);
        });
    }

    private protected abstract void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context);

    // A test of what a loss rejects calls it wrongly on purpose, as in Assert.Throws(() => loss.Forward(…)), keeps the call in a variable for an
    // assertion, or catches the exception, be it under the name of a base or under none.
    private static bool IsExpectedToThrow(IOperation call)
    {
        bool isInFunction = false;
        IOperation part = call;
        for (IOperation? link = call.Parent; link is not null; part = link, link = link.Parent)
        {
            isInFunction |= link is IAnonymousFunctionOperation;
            if ((isInFunction && link is (IVariableInitializerOperation or ISimpleAssignmentOperation))
                || (isInFunction && link is IInvocationOperation { TargetMethod.Name: var name } && (name.Contains("Throw") || name.Contains("Exception")))
                || (link is ITryOperation attempt && attempt.Body == part && attempt.Catches.Any(static clause =>
                    clause.ExceptionType.Name is "ArgumentException" or "ArgumentOutOfRangeException" or "SystemException" or "Exception" or "Object")))
            {
                return true;
            }
        }

        return false;
    }
}
