using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0102: a variable last written by a softmax or sigmoid, passed to a loss that applies a softmax itself.</summary>
/// <remarks>
/// Only the statements before the call in its own block are examined, from the call upwards. Deliberately ignored: fields, which any
/// method may write; results written within an <c>if</c>; other libraries' softmax. A second variable for the same memory is assumed not to be written.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProbabilitiesAsLogitsAnalyzer : LossUsageAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ProbabilitiesAsLogits];

    private protected override void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context)
    {
        if (call.Spec is { Loss: LossKind.Softmax or LossKind.SoftlabelSoftmax or LossKind.Focal or LossKind.CustomOverClasses } spec
            && call[LossRole.Prediction] is { Variable: (ILocalSymbol or IParameterSymbol) and var variable } prediction
            && FindActivation(call.Operation, variable) is { } activation)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.ProbabilitiesAsLogits, prediction.Location, variable.Name, activation, prediction.Name, LossCall.Name(spec)));
        }
    }

    private static string? FindActivation(IOperation call, ISymbol variable)
    {
        // A lambda or local function may write as well; whether it is called in between is not tracked.
        if (VariableUses.Around(call, variable).Any(use => IsInFunctionApartFrom(call, use) && !VariableUses.AreElementsOnlyRead(use))
            || StatementList.Find(call) is not { } place
            || VariableUses.In(place.Current, variable).Any(use => !VariableUses.AreElementsOnlyRead(use) && !IsWithin(use, call)))
        {
            return null;
        }

        for (int index = place.Index - 1; index >= 0 && place.Statements[index] is not ILabeledOperation; index--)
        {
            IOperation statement = place.Statements[index];
            IOperation[] writes = [.. VariableUses.In(statement, variable).Where(static use => !VariableUses.AreElementsOnlyRead(use))];
            if (writes.Length > 0)
            {
                string?[] activations = [.. writes.Select(write => Activation(write, statement)).Distinct()];
                return activations is [{ } activation] ? activation : null;
            }
        }

        return null;
    }

    // The function whose result a mention receives, whole, or a slice in each iteration of a loop.
    private static string? Activation(IOperation write, IOperation statement)
    {
        IOperation span = write;
        bool isSlice = false;
        while (span.Parent is not IArgumentOperation { Parameter.Name: "destination" })
        {
            switch (span.Parent)
            {
                case IConversionOperation conversion:
                    span = conversion;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call } when SpanSource.IsAsSpan(call.TargetMethod) && call.Arguments[0].Value == span:
                    isSlice |= call.Arguments.Length > 1;
                    span = call;
                    break;
                case IInvocationOperation { TargetMethod.Name: "Slice" } slice when slice.Instance == span:
                    isSlice = true;
                    span = slice;
                    break;
                case IImplicitIndexerReferenceOperation range when range.Instance == span:
                    isSlice = true;
                    span = range;
                    break;
                default:
                    return null;
            }
        }

        return span.Parent.Parent is IInvocationOperation { TargetMethod: { Name: "SoftMax" or "Sigmoid" } activation } result
            && IsTensorPrimitives(activation.ContainingType)
            && IsAlwaysRun(result, statement, isSlice)
            ? activation.Name
            : null;
    }

    private static bool IsTensorPrimitives(INamedTypeSymbol type) => type.ToDisplayString() == "System.Numerics.Tensors.TensorPrimitives";

    private static bool IsAlwaysRun(IOperation call, IOperation statement, bool isSlice)
    {
        IOperation? link = call.Parent;
        while (link is IExpressionStatementOperation or IBlockOperation or ILoopOperation && link != statement)
        {
            link = link.Parent;
        }

        return link == statement && (isSlice ? statement is ILoopOperation : statement is IExpressionStatementOperation or ILoopOperation);
    }

    private static bool IsInFunctionApartFrom(IOperation call, IOperation use)
    {
        for (IOperation? link = use; link is not null; link = link.Parent)
        {
            if (link is IAnonymousFunctionOperation or ILocalFunctionOperation && !IsWithin(call, link))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(IOperation operation, IOperation ancestor)
    {
        IOperation? link = operation;
        while (link is not null && link != ancestor)
        {
            link = link.Parent;
        }

        return link is not null;
    }
}
