namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>What an expression may use: inputs, scalars and locals, and the methods that can be called.</summary>
internal sealed record Scope(IReadOnlyList<Expression> Leaves, IReadOnlyList<Method> Methods)
{
    public IReadOnlyList<Local> Assignable => [.. Leaves.OfType<Local>()];

    public Scope With(Local local) => this with { Leaves = [.. Leaves, local] };
}
