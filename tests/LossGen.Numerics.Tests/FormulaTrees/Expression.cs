namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>The type of a value in a formula.</summary>
internal enum ValueType
{
    Single,
    Double,
    Truth,
}

/// <summary>A C# expression, as a tree that shares nothing with the compiler's.</summary>
internal abstract record Expression(ValueType Type)
{
    /// <summary>The direct subexpressions.</summary>
    public virtual IReadOnlyList<Expression> Parts => [];

    /// <summary>The same expression with other parts.</summary>
    public virtual Expression With(IReadOnlyList<Expression> parts) => this;

    public int Size => 1 + Parts.Sum(static part => part.Size);
}

/// <summary>A literal.</summary>
internal sealed record Literal(double Value, ValueType Type) : Expression(Type);

/// <summary>A parameter of the formula that is an input.</summary>
internal sealed record Input(int Index, ValueType Type) : Expression(Type);

/// <summary>A parameter of the formula that is one number for all elements.</summary>
internal sealed record Scalar(int Index, ValueType Type) : Expression(Type);

/// <summary>A local variable, or a parameter of a method that the formula calls.</summary>
internal sealed record Local(string Name, ValueType Type) : Expression(Type);

/// <summary>An operator, a mathematical function, or a conversion, known by its C# name (<see cref="Symbols"/>).</summary>
internal sealed record Operation(string Symbol, ValueType Type, IReadOnlyList<Expression> Arguments) : Expression(Type)
{
    public override IReadOnlyList<Expression> Parts => Arguments;

    public override Expression With(IReadOnlyList<Expression> parts) => this with { Arguments = parts };
}

/// <summary><c>condition ? whenTrue : whenFalse</c></summary>
internal sealed record Choice(Expression Condition, Expression WhenTrue, Expression WhenFalse) : Expression(WhenTrue.Type)
{
    public override IReadOnlyList<Expression> Parts => [Condition, WhenTrue, WhenFalse];

    public override Expression With(IReadOnlyList<Expression> parts) => new Choice(parts[0], parts[1], parts[2]);
}

/// <summary><c>tested switch { &lt; limit₁ => value₁, &lt; limit₂ => value₂, …, _ => otherwise }</c>, or the same with <c>&gt;</c>.</summary>
internal sealed record Switch(Expression Tested, bool IsBelow, IReadOnlyList<double> Limits, IReadOnlyList<Expression> Values) : Expression(Values[0].Type)
{
    public override IReadOnlyList<Expression> Parts => [Tested, .. Values];

    public override Expression With(IReadOnlyList<Expression> parts) => this with { Tested = parts[0], Values = [.. parts.Skip(1)] };
}

/// <summary><c>tested is >= least and &lt; most</c></summary>
internal sealed record Between(Expression Tested, double Least, double Most) : Expression(ValueType.Truth)
{
    public override IReadOnlyList<Expression> Parts => [Tested];

    public override Expression With(IReadOnlyList<Expression> parts) => this with { Tested = parts[0] };
}

/// <summary>A call of another static method of the class.</summary>
internal sealed record Call(Method Method, IReadOnlyList<Expression> Arguments) : Expression(Method.Type)
{
    public override IReadOnlyList<Expression> Parts => Arguments;

    public override Expression With(IReadOnlyList<Expression> parts) => this with { Arguments = parts };
}
