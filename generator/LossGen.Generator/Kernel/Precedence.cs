namespace LossGen.Generator.Kernel;

/// <summary>How closely an expression that is written as mathematics holds together, the loosest first.</summary>
internal enum Precedence
{
    Conditional,
    Comparison,
    Additive,
    Multiplicative,
    Prefix,
    Postfix,
    Primary,
}
