using System.Collections.Immutable;
using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>What the variables of a method stand for at one place in it.</summary>
internal sealed class FormulaScope
{
    private readonly ImmutableDictionary<ISymbol, Expr> values;

    private FormulaScope(ImmutableDictionary<ISymbol, Expr> values) => this.values = values;

    public static FormulaScope Empty { get; } = new(ImmutableDictionary.Create<ISymbol, Expr>(SymbolEqualityComparer.Default));

    /// <summary>The value of a variable; null where it has none, as what it was given is no formula.</summary>
    public Expr? this[ISymbol variable] => values.TryGetValue(variable, out Expr? value) ? value : null;

    public FormulaScope With(ISymbol variable, Expr value) => new(values.SetItem(variable, value));

    /// <summary>What variables stand for behind a condition: where its two sides left different values, the one that it chooses.</summary>
    public static FormulaScope Behind(Expr condition, FormulaScope whenTrue, FormulaScope whenFalse, Func<ISymbol, Expr, Expr> named) => new(whenTrue.values
        .Where(pair => whenFalse.values.ContainsKey(pair.Key))
        .ToImmutableDictionary(
            static pair => pair.Key,
            pair => whenFalse.values[pair.Key] is var other && ReferenceEquals(pair.Value, other) ? other : named(pair.Key, Truth.Select(condition, pair.Value, other)),
            SymbolEqualityComparer.Default));
}
