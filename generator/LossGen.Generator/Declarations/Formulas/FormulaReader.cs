using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads the body of a method as one expression of its parameters, by running it on symbolic values: a variable stands for its last assigned expression, a
/// condition for a choice between the results of its two sides, a call for the body of the method it calls.
/// </summary>
/// <remarks>An allow-list: an operation that no case names is refused at its place. Every method returns null if a problem was found.</remarks>
internal sealed class FormulaReader
{
    private readonly IMethodSymbol formula;
    private readonly int classes;
    private readonly Func<IParameterSymbol, Expr?> meaning;
    private readonly StatementReader statements;
    private readonly Stack<IMethodSymbol> called = new();
    private readonly HashSet<ISymbol> refused = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public FormulaReader(SourceModels sources, IMethodSymbol formula, Func<IParameterSymbol, Expr?> meaning, IEnumerable<string> inputs, int classes, FormulaProblems problems, CancellationToken cancellation)
    {
        this.formula = Written(formula);
        this.meaning = meaning;
        this.classes = classes;
        Sources = sources;
        Effort = new ReadingEffort(inputs);
        Cancellation = cancellation;
        Problems = problems;
        Divisions = new IntegerDivisions(sources, problems, cancellation);
        statements = new StatementReader(this, new ExpressionReader(this, new LogitsReader(problems, classes), new SpanReader(problems, classes)));
    }

    /// <summary>The type of the formula's value.</summary>
    public IrType Element => FormulaTypes.Of(FormulaTypes.ResultOf(formula.ReturnType))!.Value;

    /// <summary>The class that the formula belongs to.</summary>
    public INamedTypeSymbol Type => formula.ContainingType;

    public SourceModels Sources { get; }

    public FormulaProblems Problems { get; }

    public IntegerDivisions Divisions { get; }

    public ReadingEffort Effort { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The value of the formula, with its parameters as variables of the same names; null if it has none.</summary>
    public Expr? Read()
    {
        FormulaScope scope = FormulaScope.Along(classes);
        CheckDeclaration();
        names.Add(LogitsReader.CrossEntropy);
        foreach (IParameterSymbol parameter in formula.Parameters)
        {
            names.Add(parameter.Name);
            scope = meaning(parameter) is { } value ? scope.With(parameter, value) : scope;
        }

        Expr? result = Body(formula, scope);
        if (Effort.Excess is not { } excess)
        {
            return result;
        }

        Problems.RefuseSize(formula, excess);
        return null;
    }

    // Defaults and ranges are constants, too.
    private void CheckDeclaration()
    {
        foreach (ParameterSyntax parameter in (formula.PartialDefinitionPart ?? formula).Parameters.SelectMany(static parameter => parameter.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax(Cancellation)).OfType<ParameterSyntax>())
        {
            foreach (IOperation? part in parameter.AttributeLists.SelectMany(static list => list.Attributes).Append<SyntaxNode?>(parameter.Default).Select(part => part is null ? null : Sources.Operation(part, Cancellation)))
            {
                if (part is not null)
                {
                    Divisions.Check(part);
                }
            }
        }
    }

    /// <summary>Excludes a local variable of a type that formulas do not have: its uses are not reported again.</summary>
    public void Refuse(ILocalSymbol local) => refused.Add(local);

    /// <summary>Whether an operation uses a local variable that was refused.</summary>
    public bool MentionsRefused(IOperation operation) =>
        refused.Count > 0 && operation.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation local && refused.Contains(local.Local));

    /// <summary>The value as a local variable of that name, with the first suffix number that makes it unique if necessary.</summary>
    public Expr Named(ISymbol variable, Expr value)
    {
        Effort.Checked(value);
        // Only computations need a name; truth values are printed where they are used.
        if (value is not (Apply or Reduce) || !value.Type.IsFloating)
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

    /// <summary>The part of a partial method that has the body.</summary>
    public static IMethodSymbol Written(IMethodSymbol method) => method.PartialImplementationPart ?? method;

    /// <summary>Whether a method is the formula, or one on the current chain of calls.</summary>
    public bool IsBeingRead(IMethodSymbol method) => called.Contains(method, SymbolEqualityComparer.Default);

    /// <summary>Whether a variable belongs to the method that is being read rather than, as one that a local function captures, to the method around it.</summary>
    public bool IsOfCurrent(ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, called.Peek());

    /// <summary>The declaration of a method or local function; null if it has no body in this project.</summary>
    public SyntaxNode? Declaration(IMethodSymbol method) => Sources.Declaration<SyntaxNode>(
        method,
        static declaration => declaration is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax { Body: not null } or LocalFunctionStatementSyntax { ExpressionBody: not null },
        Cancellation);

    /// <summary>The value that a method returns, given the values of its parameters; null if it does not return, or a problem was found.</summary>
    public Expr? Body(IMethodSymbol method, FormulaScope scope)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (Declaration(method) is not { } declaration)
        {
            Problems.Refuse(method, "a formula has a body, written in this project");
            return null;
        }

        IBlockOperation? block = Sources.Operation(declaration, Cancellation) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation local => local.Body,
            _ => null,
        };
        if (block is null)
        {
            return null;
        }

        called.Push(method);
        Expr? value = statements.Value(StatementReader.Sequence.Of(block), scope);
        called.Pop();
        return value is null ? null : Effort.Checked(value);
    }
}
