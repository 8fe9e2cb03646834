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
    private readonly SemanticModel model;
    private readonly IMethodSymbol formula;
    private readonly CancellationToken cancellation;
    private readonly ExpressionReader expressions;
    private readonly StatementReader statements;
    private readonly Stack<IMethodSymbol> called = new();
    private readonly HashSet<ISymbol> refused = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public FormulaReader(SemanticModel model, IMethodSymbol formula, IEnumerable<string> inputs, int classes, FormulaProblems problems, CancellationToken cancellation)
    {
        this.model = model;
        this.formula = Written(formula);
        Effort = new ReadingEffort(inputs);
        this.cancellation = cancellation;
        Problems = problems;
        expressions = new ExpressionReader(this, new LogitsReader(problems, classes));
        statements = new StatementReader(this, expressions);
    }

    public FormulaProblems Problems { get; }

    public ReadingEffort Effort { get; }

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

        Expr? value = Body(formula, scope);
        if (Effort.Excess is not { } excess)
        {
            return value;
        }

        Problems.RefuseSize(formula, excess);
        return null;
    }

    /// <summary>The value of a call of a method of the class.</summary>
    public Expr? Call(IInvocationOperation call, FormulaScope scope)
    {
        // What a type that does not exist should have been is the compiler's to ask.
        IMethodSymbol method = Written(call.TargetMethod);
        if (MentionsRefused(call) || method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType).Any(static type => type.TypeKind == TypeKind.Error))
        {
            return null;
        }

        if (Obstacle(method) is { } reason)
        {
            Problems.Refuse(call, reason);
            return null;
        }

        FormulaScope inner = FormulaScope.Empty;
        bool isWhole = true;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (expressions.Read(argument.Value, scope) is { } value)
            {
                inner = inner.With(method.Parameters[argument.Parameter!.Ordinal], value);
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? Body(method, inner) : null;
    }

    /// <summary>Leaves a local variable out, of a type that a formula has not: that it is used is no further problem.</summary>
    public void Refuse(ILocalSymbol local) => refused.Add(local);

    /// <summary>Whether an operation uses a local variable that was refused.</summary>
    public bool MentionsRefused(IOperation operation) =>
        refused.Count > 0 && operation.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation local && refused.Contains(local.Local));

    /// <summary>The value under the variable's name, or the first number behind it that makes it new.</summary>
    public Expr Named(ISymbol variable, Expr value)
    {
        Effort.Checked(value);
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

    // Of a partial method the part with the body.
    private static IMethodSymbol Written(IMethodSymbol method) => method.PartialImplementationPart ?? method;

    // Why a formula cannot call a method.
    private string? Obstacle(IMethodSymbol method) =>
        !SymbolEqualityComparer.Default.Equals(method.ContainingType, formula.ContainingType) || !method.IsStatic || method.MethodKind != MethodKind.Ordinary
            ? "only mathematical functions and static methods of '" + formula.ContainingType.Name + "' can be called"
        : called.Contains(method, SymbolEqualityComparer.Default)
            ? "a method that calls itself, directly or through others, is no formula"
        : method.IsGenericMethod || method.IsVararg || FormulaTypes.Of(method.ReturnType) is null || method.ReturnsByRef || method.ReturnsByRefReadonly
            || method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None || FormulaTypes.Of(parameter.Type) is null)
            ? "a method that a formula calls takes and returns float, double or bool by value"
        : Declaration(method) is null
            ? "the methods that a formula calls have bodies, in the file of the loss attribute"
        : null;

    private Expr? Body(IMethodSymbol method, FormulaScope scope)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Declaration(method) is not { } declaration)
        {
            Problems.Refuse(method, "a formula has a body, in the file of the loss attribute");
            return null;
        }

        if (model.GetOperation(declaration, cancellation) is not IMethodBodyOperation { } body || (body.BlockBody ?? body.ExpressionBody) is not { } block)
        {
            return null;
        }

        called.Push(method);
        Expr? value = statements.Value(StatementReader.Sequence.Of(block), scope);
        called.Pop();
        return value is null ? null : Effort.Checked(value);
    }

    private MethodDeclarationSyntax? Declaration(IMethodSymbol method) => method.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<MethodDeclarationSyntax>()
        .FirstOrDefault(declaration => declaration.SyntaxTree == model.SyntaxTree && (declaration.Body is not null || declaration.ExpressionBody is not null));
}
