namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>A statement and all that follows it.</summary>
internal abstract record Statement
{
    /// <summary>The expressions of this statement itself.</summary>
    public abstract IReadOnlyList<Expression> Parts { get; }

    /// <summary>The statements that follow: two after a branch, none after a return.</summary>
    public abstract IReadOnlyList<Statement> Rest { get; }

    public abstract Statement With(IReadOnlyList<Expression> parts, IReadOnlyList<Statement> rest);

    public int Size => 1 + Parts.Sum(static part => part.Size) + Rest.Sum(static rest => rest.Size);
}

/// <summary><c>return value;</c></summary>
internal sealed record Return(Expression Value) : Statement
{
    public override IReadOnlyList<Expression> Parts => [Value];

    public override IReadOnlyList<Statement> Rest => [];

    public override Statement With(IReadOnlyList<Expression> parts, IReadOnlyList<Statement> rest) => new Return(parts[0]);
}

/// <summary><c>type name = value; next</c></summary>
internal sealed record Declare(Local Local, Expression Value, Statement Next) : Statement
{
    public override IReadOnlyList<Expression> Parts => [Value];

    public override IReadOnlyList<Statement> Rest => [Next];

    public override Statement With(IReadOnlyList<Expression> parts, IReadOnlyList<Statement> rest) => new Declare(Local, parts[0], rest[0]);
}

/// <summary><c>type name; if (condition) { name = whenTrue; } else { name = whenFalse; } next</c></summary>
internal sealed record Decide(Local Local, Expression Condition, Expression WhenTrue, Expression WhenFalse, Statement Next) : Statement
{
    public override IReadOnlyList<Expression> Parts => [Condition, WhenTrue, WhenFalse];

    public override IReadOnlyList<Statement> Rest => [Next];

    public override Statement With(IReadOnlyList<Expression> parts, IReadOnlyList<Statement> rest) => new Decide(Local, parts[0], parts[1], parts[2], rest[0]);
}

/// <summary><c>if (condition) { name = value; } next</c></summary>
internal sealed record Assign(Local Local, Expression Condition, Expression Value, Statement Next) : Statement
{
    public override IReadOnlyList<Expression> Parts => [Condition, Value];

    public override IReadOnlyList<Statement> Rest => [Next];

    public override Statement With(IReadOnlyList<Expression> parts, IReadOnlyList<Statement> rest) => new Assign(Local, parts[0], parts[1], rest[0]);
}

/// <summary><c>name += value; next</c>, with one of the four operators.</summary>
internal sealed record Compound(Local Local, string Symbol, Expression Value, Statement Next) : Statement
{
    public override IReadOnlyList<Expression> Parts => [Value];

    public override IReadOnlyList<Statement> Rest => [Next];

    public override Statement With(IReadOnlyList<Expression> parts, IReadOnlyList<Statement> rest) => new Compound(Local, Symbol, parts[0], rest[0]);
}

/// <summary><c>if (condition) { whenTrue } otherwise</c>, where the first returns.</summary>
internal sealed record Branch(Expression Condition, Statement WhenTrue, Statement Otherwise) : Statement
{
    public override IReadOnlyList<Expression> Parts => [Condition];

    public override IReadOnlyList<Statement> Rest => [WhenTrue, Otherwise];

    public override Statement With(IReadOnlyList<Expression> parts, IReadOnlyList<Statement> rest) => new Branch(parts[0], rest[0], rest[1]);
}
