using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>Finds calls that are meant to fail: a test of what a loss rejects calls it wrongly on purpose.</summary>
internal static class ExpectedFailure
{
    /// <summary>
    /// Whether the code around a call says that it throws: it is passed to a method named like <c>Throws</c>, is stored in a variable for an assertion, or its
    /// exception is caught, also by a base type or by a clause without a type.
    /// </summary>
    public static bool IsSeen(IOperation call)
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

    /// <summary>
    /// Whether other code runs the code around a call, and may expect it to throw: a lambda, a local function, a method that its file converts to a delegate,
    /// or one with an attribute that says it throws.
    /// </summary>
    public static bool IsPossible(IOperation call)
    {
        for (IOperation? link = call.Parent; link is not null; link = link.Parent)
        {
            if (link is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return call.SemanticModel is { } model
            && model.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol method
            && (method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name.Contains("ExpectedException") == true) || IsGivenToDelegate(method, model));
    }

    // Called only when there is something to report, as it searches the file.
    private static bool IsGivenToDelegate(IMethodSymbol method, SemanticModel model) => model.SyntaxTree.GetRoot()
        .DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Any(name => name.Identifier.ValueText == method.Name
            && !IsCalled(name)
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, method.OriginalDefinition));

    private static bool IsCalled(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == expression => IsCalled(access),
        InvocationExpressionSyntax call => call.Expression == expression,
        _ => false,
    };
}
