namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>A static method that the formula calls.</summary>
internal sealed record Method(string Name, ValueType Type, IReadOnlyList<Local> Parameters, Statement Body);

/// <summary>The type of a scalar parameter and the number that it is given.</summary>
internal sealed record ScalarValue(double Value, ValueType Type);

/// <summary>A formula: its type, how many inputs it has, its scalars, and its statements.</summary>
internal sealed record Formula(ValueType Type, int Inputs, IReadOnlyList<ScalarValue> Scalars, Statement Body)
{
    /// <summary>The methods that it calls, each after those that it calls itself.</summary>
    public IReadOnlyList<Method> Methods
    {
        get
        {
            List<Method> methods = [];
            Collect(Body);
            return methods;

            void Collect(Statement statement)
            {
                foreach (Call call in Expressions(statement).OfType<Call>().Where(call => !methods.Any(method => method.Name == call.Method.Name)))
                {
                    Collect(call.Method.Body);
                    methods.Add(call.Method);
                }
            }
        }
    }

    private IEnumerable<Expression> Everything => Methods.Select(static method => method.Body).Append(Body).SelectMany(Expressions);

    /// <summary>All expressions of a statement and of those that follow it.</summary>
    public static IEnumerable<Expression> Expressions(Statement statement) =>
        statement.Parts.SelectMany(Expressions).Concat(statement.Rest.SelectMany(Expressions));

    public static IEnumerable<Expression> Expressions(Expression expression) => expression.Parts.SelectMany(Expressions).Prepend(expression);

    /// <summary>All numbers that it compares with or computes with.</summary>
    public IEnumerable<double> Numbers => Everything.SelectMany(static expression => expression switch
    {
        Literal { Type: not ValueType.Truth } literal => [literal.Value],
        Switch choice => choice.Limits,
        Between between => [between.Least, between.Most],
        _ => (IEnumerable<double>)[],
    }).Concat(Scalars.Select(static scalar => scalar.Value)).Distinct();

    /// <summary>Whether it calls one of the functions that exist to avoid cancellation.</summary>
    public bool HasFunctionsThatCancel => Everything.Any(static expression => expression is Operation { Symbol: "LogP1" or "ExpM1" });

    public override string ToString() => FormulaText.Of(this, "Loss");
}
