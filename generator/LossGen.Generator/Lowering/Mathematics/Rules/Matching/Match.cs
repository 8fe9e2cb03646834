using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>What the wildcards of a pattern stand for in an expression that it matches.</summary>
/// <param name="Wildcard">One of the wildcards; null if there is none.</param>
/// <param name="Value">What it stands for.</param>
/// <param name="Others">The others.</param>
internal sealed record Match(Wildcard? Wildcard, Expr? Value, Match? Others)
{
    public static Match None { get; } = new(null, null, null);

    public Expr this[Wildcard wildcard] => Find(wildcard) ?? throw new ArgumentException($"The pattern has no {wildcard}.");

    public Expr? Find(Wildcard wildcard) => ReferenceEquals(Wildcard, wildcard) ? Value : Others?.Find(wildcard);

    public Match With(Wildcard wildcard, Expr value) => new(wildcard, value, this);

    /// <summary>Whether it binds all wildcards of a pattern, of which there is at least one.</summary>
    public bool IsComplete(Expr pattern)
    {
        bool isAny = false;
        return AllKnown(pattern) && isAny;

        bool AllKnown(Expr part)
        {
            isAny |= part is Wildcard;
            return part is Wildcard wildcard ? Find(wildcard) is not null : part.Children().All(AllKnown);
        }
    }

    /// <summary>A template with its wildcards replaced by what they stand for, and constants of the given type.</summary>
    public Expr Fill(Expr template, IrType type) => template switch
    {
        Wildcard wildcard => this[wildcard],
        WildcardAt at => this[at.Body].At(this[at.Index]),
        Constant constant => constant with { Type = type },
        Apply { Op: Op.Negate } negate => Negation.Of(Fill(negate.Arguments[0], type)),
        Apply apply => Expr.Of(apply.Op, [.. apply.Arguments.Select(argument => Fill(argument, type))]),
        _ => template.MapChildren(child => Fill(child, type)),
    };
}
