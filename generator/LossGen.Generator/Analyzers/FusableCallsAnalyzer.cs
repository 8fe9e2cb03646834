using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0101: <c>Forward</c> and <c>Backward</c> of one loss on the same arguments, in consecutive statements.</summary>
/// <remarks>
/// Arguments are the same if they are the same local, parameter or readonly field. Deliberately ignored: calls with anything between
/// them, even a preprocessor directive; a value assigned to an element or property, which may change what the other call reads; <c>Forward</c> as
/// part of a larger expression; a <c>Backward</c> of a whole, of which the value is not that of its inputs; a <c>Forward</c> whose value is ignored, which should be removed, not fused.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FusableCallsAnalyzer : LossUsageAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.FusableCalls];

    private protected override void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context)
    {
        if (call.Member != LossMember.Forward || StatementList.Find(call.Operation) is not { } place || ForwardOf(place.Current) != call.Operation)
        {
            return;
        }

        if (FindBackward(call, place) is { } backward)
        {
            string[] names = [.. call.Arguments.Select(static argument => "'" + argument.Variable!.Name + "'")];
            string inputs = string.Join(", ", names.Take(names.Length - 1)) + " and " + names[names.Length - 1];
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FusableCalls, call.Operation.Syntax.GetLocation(), [backward.Syntax.GetLocation()], Receiver(call)!.Name, inputs));
        }

        // A Backward between two calls of Forward belongs to the first, so that no two fixes change the same call.
        IOperation? FindBackward(LossCall forward, StatementList place) =>
            BackwardOf(place.Next) is { } next && !HasDirective(place.Next!) && place.Current is not IReturnOperation && AreFusable(forward, next, isBackwardFirst: false) ? next.Operation
            : BackwardOf(place.Previous) is { } previous && !HasDirective(place.Current) && AreFusable(forward, previous, isBackwardFirst: true) && !IsTaken(previous, place) ? previous.Operation
            : null;

        bool IsTaken(LossCall backward, StatementList place) =>
            place.At(place.Index - 2) is { } earlier and not IReturnOperation
            && ForwardOf(earlier) is { } other
            && !HasDirective(place.Previous!)
            && LossCall.Read(other, losses, context.CancellationToken) is { Member: LossMember.Forward } forward
            && AreFusable(forward, backward, isBackwardFirst: false);

        LossCall? BackwardOf(IOperation? statement) =>
            statement is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Backward" } backward }
            && LossCall.Read(backward, losses, context.CancellationToken) is { } read
            && read[LossRole.Total] is null
                ? read
                : null;
    }

    // The value that a statement declares, assigns to a variable or returns.
    private static IOperation? ForwardOf(IOperation statement)
    {
        IOperation? value = statement switch
        {
            IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol.RefKind: RefKind.None, Initializer.Value: var initial }] }] } => initial,
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false } assignment } => ValueForVariable(assignment),
            IExpressionStatementOperation { Operation: ICompoundAssignmentOperation assignment } => ValueForVariable(assignment),
            IReturnOperation { ReturnedValue: var returned } => returned,
            _ => null,
        };
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is IInvocationOperation { TargetMethod.Name: "Forward" } ? value : null;
    }

    private static IOperation? ValueForVariable(IAssignmentOperation assignment) => SpanSource.Variable(assignment.Target) is null ? null : assignment.Value;

    private static bool AreFusable(LossCall forward, LossCall backward, bool isBackwardFirst)
    {
        if (Receiver(forward) is not { } loss || !Same(loss, Receiver(backward)))
        {
            return false;
        }

        LossRole[] inputs = [.. forward.Arguments.Select(static argument => argument.Role)];
        bool areSame = inputs.All(role => Stable(forward[role]) is { } variable && Same(variable, Stable(backward[role])));
        LossArgument[] gradients = [.. backward.Arguments.Where(argument => !inputs.Contains(argument.Role))];

        // In place, Backward changes the prediction for a Forward after it.
        return areSame
            && gradients.All(gradient => Stable(gradient) is { } written && !(isBackwardFirst && inputs.Any(role => Same(written, Stable(forward[role])))));
    }

    private static ISymbol? Receiver(LossCall call) => ((IInvocationOperation)call.Operation).Instance switch
    {
        IInstanceReferenceOperation self => self.Type,
        { } instance => Stable(SpanSource.Variable(SpanSource.Of(instance))),
        null => null,
    };

    private static ISymbol? Stable(LossArgument? argument) => Stable(argument?.Variable);

    private static ISymbol? Stable(ISymbol? variable) => variable is IFieldSymbol { IsReadOnly: false } ? null : variable;

    private static bool Same(ISymbol first, ISymbol? second) => SymbolEqualityComparer.Default.Equals(first, second);

    private static bool HasDirective(IOperation statement) => statement.Syntax.GetLeadingTrivia().Any(static trivia => trivia.IsDirective);
}
