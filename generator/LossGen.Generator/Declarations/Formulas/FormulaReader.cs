using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads the body of a method as one expression of its parameters, by running it with expressions for values: a variable stands for what it was given last, a
/// condition for a choice between what its two sides leave, a call for the body of the method it calls.
/// </summary>
/// <remarks>An allow-list: an operation that no case names is refused where it stands. Every method returns null where a problem was found.</remarks>
internal sealed class FormulaReader
{
    // Written out, each local variable as often as it is read. The derivative has several times as many, and a kernel of thousands is slower than two losses.
    private const int MostOperations = 1000;

    private readonly ExpressionSize size = new();
    private readonly SemanticModel model;
    private readonly IMethodSymbol formula;
    private readonly HashSet<string> inputs;
    private readonly CancellationToken cancellation;
    private readonly ExpressionReader expressions;
    private readonly Stack<IMethodSymbol> called = new();
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public FormulaReader(SemanticModel model, IMethodSymbol formula, IEnumerable<string> inputs, int classes, FormulaProblems problems, CancellationToken cancellation)
    {
        this.model = model;
        this.formula = formula;
        this.inputs = [.. inputs];
        this.cancellation = cancellation;
        Problems = problems;
        expressions = new ExpressionReader(this, new LogitsReader(problems, classes));
    }

    public FormulaProblems Problems { get; }

    /// <summary>The value of the formula, its parameters being variables of their names; null where it has none.</summary>
    public Expr? Read()
    {
        FormulaScope scope = FormulaScope.Empty;
        names.Add(LogitsReader.CrossEntropy);
        foreach (IParameterSymbol parameter in formula.Parameters)
        {
            names.Add(parameter.Name);

            // A label has no value: it only says which logit.
            scope = (FormulaTypes.Of(LogitsReader.ElementOf(parameter.Type) ?? parameter.Type)) is { } type ? scope.With(parameter, new Variable(parameter.Name, type)) : scope;
        }

        return Body(formula, scope);
    }

    /// <summary>The value of a call of a method of the class.</summary>
    public Expr? Call(IInvocationOperation call, FormulaScope scope)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingType, formula.ContainingType) || !method.IsStatic || method.MethodKind != MethodKind.Ordinary)
        {
            Problems.Refuse(call, "only mathematical functions and static methods of '" + formula.ContainingType.Name + "' can be called");
            return null;
        }

        if (called.Contains(method, SymbolEqualityComparer.Default))
        {
            Problems.Refuse(call, "a method that calls itself, directly or through others, is no formula");
            return null;
        }

        if (method.IsGenericMethod || method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None || FormulaTypes.Of(parameter.Type) is null) || FormulaTypes.Of(method.ReturnType) is null)
        {
            Problems.Refuse(call, "a method that a formula calls takes and returns float, double or bool by value");
            return null;
        }

        FormulaScope inner = FormulaScope.Empty;
        bool isWhole = true;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (expressions.Read(argument.Value, scope) is { } value)
            {
                inner = inner.With(argument.Parameter!, value);
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? Body(method, inner, call) : null;
    }

    /// <summary>Whether a value may differ from one element to the next.</summary>
    public bool DependsOnElement(Expr value) => value.PostOrder().Any(part => part is Variable variable && inputs.Contains(variable.Name));

    /// <summary>The value under the variable's name, or the first number behind it that makes it new.</summary>
    public Expr Named(ISymbol variable, Expr value)
    {
        // What is no computation has a name, or needs none; truth values are printed where they are used.
        if (value is not Apply || !value.Type.IsFloating)
        {
            return value;
        }

        string name = variable.Name;
        for (int number = 2; !names.Add(name); number++)
        {
            name = variable.Name + Model.InvariantText.Number(number);
        }

        return value.As(name, name);
    }

    private Expr? Body(IMethodSymbol method, FormulaScope scope, IOperation? caller = null)
    {
        cancellation.ThrowIfCancellationRequested();
        SyntaxNode? declaration = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).FirstOrDefault(node => node.SyntaxTree == model.SyntaxTree);
        if (declaration is null || model.GetOperation(declaration, cancellation) is not IMethodBodyOperation { } body || (body.BlockBody ?? body.ExpressionBody) is not { } block)
        {
            Problems.Refuse(caller?.Syntax ?? formula.DeclaringSyntaxReferences[0].GetSyntax(cancellation), "a formula and the methods that it calls have bodies, in the file of the loss attribute");
            return null;
        }

        called.Push(method);
        Expr? value = new StatementReader(this, expressions).Value(StatementReader.Sequence.Of(block), scope);
        called.Pop();
        if (value is not null && size.Of(value) > MostOperations)
        {
            Problems.RefuseSize(caller is null ? ((MethodDeclarationSyntax)declaration).Identifier : caller.Syntax, method.Name, MostOperations);
            return null;
        }

        return value;
    }
}
