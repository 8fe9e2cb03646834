using System.Collections.Immutable;
using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>What the variables of a method stand for at one place in it.</summary>
internal sealed class FormulaScope
{
    // Each with its place among all: what is found by hash comes in another order every time the compiler is started.
    private readonly ImmutableDictionary<ISymbol, (int Place, Expr Value)> values;
    private readonly int next;

    private FormulaScope(ImmutableDictionary<ISymbol, (int Place, Expr Value)> values, int next, int length)
    {
        this.values = values;
        this.next = next;
        Length = length;
    }

    /// <summary>A scope without variables, for a formula of single elements.</summary>
    public static FormulaScope Empty { get; } = Along(0);

    /// <summary>The size of the axis; 0 if there is none, or it is not known.</summary>
    public int Length { get; }

    /// <summary>A scope without variables.</summary>
    /// <param name="length">The size of the axis.</param>
    public static FormulaScope Along(int length) => new(ImmutableDictionary.Create<ISymbol, (int Place, Expr Value)>(SymbolEqualityComparer.Default), next: 0, length);

    /// <summary>The value of a variable; null where it has none, as what it was given is no formula.</summary>
    public Expr? this[ISymbol variable] => values.TryGetValue(variable, out (int Place, Expr Value) known) ? known.Value : null;

    public FormulaScope With(ISymbol variable, Expr value) => values.TryGetValue(variable, out (int Place, Expr Value) known)
        ? new(values.SetItem(variable, (known.Place, value)), next, Length)
        : new(values.Add(variable, (next, value)), next + 1, Length);

    /// <summary>
    /// What variables stand for after a condition: where its two sides left different values, the one that it chooses, named in the order in which the variables
    /// got their first values.
    /// </summary>
    public static FormulaScope Behind(Expr condition, FormulaScope whenTrue, FormulaScope whenFalse, Func<ISymbol, Expr, Expr> named)
    {
        ImmutableDictionary<ISymbol, (int Place, Expr Value)>.Builder both = Empty.values.ToBuilder();
        foreach (KeyValuePair<ISymbol, (int Place, Expr Value)> pair in whenTrue.values.OrderBy(static pair => pair.Value.Place))
        {
            if (whenFalse[pair.Key] is { } other)
            {
                // Of two known integers, one is selected, which is not known any more.
                Expr value = pair.Value.Value;
                Expr after = ReferenceEquals(value, other) || (value.Type == IrType.Index && value == other) ? other : named(pair.Key, Truth.Select(condition, value, other));
                both.Add(pair.Key, (pair.Value.Place, after));
            }
        }

        return new FormulaScope(both.ToImmutable(), whenTrue.next, whenTrue.Length);
    }
}
