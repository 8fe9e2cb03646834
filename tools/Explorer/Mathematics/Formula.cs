namespace LossGen.Explorer.Mathematics;

/// <summary>Mathematics as the compiler writes it in the comments of kernels, as a tree.</summary>
internal abstract record Formula;

/// <summary>Several formulas, of a loss that adds up several sums.</summary>
internal sealed record Sequence(IReadOnlyList<Formula> Formulas) : Formula;

/// <summary>A number, as it is written.</summary>
internal sealed record Number(string Digits) : Formula;

/// <summary>A name.</summary>
internal sealed record Name(string Text) : Formula;

/// <summary><c>tensor[index]</c>: an element.</summary>
internal sealed record ElementOf(string Tensor, Formula Index) : Formula;

/// <summary><c>function(arguments)</c>, or <c>log x</c> without parentheses.</summary>
internal sealed record Call(string Function, IReadOnlyList<Formula> Arguments) : Formula;

/// <summary><c>Σ[over] body</c>, and other reductions by their names.</summary>
internal sealed record Over(string Reduction, Formula Index, Formula Body) : Formula;

/// <summary>Operands with what stands between them: sums, products, comparisons.</summary>
internal sealed record Chain(int Level, IReadOnlyList<Formula> Operands, IReadOnlyList<string> Operators) : Formula;

/// <summary><c>a/b</c>.</summary>
internal sealed record Quotient(Formula Dividend, Formula Divisor) : Formula;

/// <summary><c>−a</c> or <c>¬a</c>.</summary>
internal sealed record Sign(string Operator, Formula Operand) : Formula;

/// <summary><c>√a</c> or <c>∛a</c>.</summary>
internal sealed record Root(bool IsCubic, Formula Radicand) : Formula;

/// <summary><c>a^b</c>.</summary>
internal sealed record Power(Formula Base, Formula Exponent) : Formula;

/// <summary><c>|a|</c> or <c>⌊a⌋</c>.</summary>
internal sealed record Fenced(string Open, Formula Content, string Close) : Formula;

/// <summary><c>condition ? a : b</c>; of 1 and 0, or as <c>[condition]</c>, Iverson's bracket.</summary>
internal sealed record Choice(Formula Condition, Formula Then, Formula Otherwise) : Formula;
