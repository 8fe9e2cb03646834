using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>What makes the value of a loss of its sums: a method that the class brings, or a division by the second of two.</summary>
/// <param name="Method">The method's name; null for the division.</param>
/// <param name="Sums">The names of the sums.</param>
/// <param name="Arguments">What the method is called with, in order.</param>
/// <param name="Value">Its result, with its parameters as variables of the same names.</param>
internal sealed record LossTotal(string? Method, EquatableArray<string> Sums, EquatableArray<TotalArgument> Arguments, Expr Value);

/// <summary>What a parameter of a total is.</summary>
internal enum TotalArgumentKind
{
    /// <summary>A sum.</summary>
    Sum,

    /// <summary>A parameter of the formula, by its name.</summary>
    Parameter,

    /// <summary>The number of locations, or of elements.</summary>
    Count,
}

/// <summary>A parameter of a total.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as written in C#.</param>
internal sealed record TotalArgument(TotalArgumentKind Kind, string Name, string Type);
