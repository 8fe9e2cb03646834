using System.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// A value: pure, typed, compared by structure (so that equal subexpressions are found by equality).
/// </summary>
/// <remarks>
/// The floating-point rules that every pass keeps:
/// an identity is used only if it holds for every input, NaN, ±∞ and ±0 included (so never x·0 → 0, never x + 0 → x);
/// multiplying by a power of two is exact and may move (out of a product if from a quarter to four, so that it over- or underflows at most that much earlier);
/// sums are never reordered except where an accumulator says so (<see cref="Reduction"/>): lanes and unrolled copies
/// are summed separately and combined in one fixed order;
/// a·b + c is contracted to one rounding, always and by name, so that bits do not depend on the machine;
/// a quotient by a divisor common to a location is a product with its reciprocal, which changes it by at most 1 ULP;
/// factors common to a location are collected from a sum that consists of products by such factors, each of which is rounded as well; no other sum is
/// multiplied out.
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
internal abstract partial record Expr(IrType Type)
{
    // Computed on first use, and not part of the value: a copy, whose children may differ, computes it anew. The flag is set after the set, whose
    // halves another thread could otherwise see one before the other.
    private NodeSet contents;
    private bool isKnown;

    protected Expr(Expr original) => Type = original.Type;

    /// <summary>The kinds of nodes and the ops in it, its own included.</summary>
    public NodeSet Contents
    {
        get
        {
            if (!Volatile.Read(ref isKnown))
            {
                contents = Traversal.FindContents(this);
                Volatile.Write(ref isKnown, true);
            }

            return contents;
        }
    }

    // Two expressions that print alike may differ in their types.
    private string DebuggerDisplay => $"{this} : {Type}";

    /// <summary>The hash of a node with children, cached so that they are visited once; 0 if not yet computed.</summary>
    protected int Hash { get; set; }

    public virtual bool Equals(Expr? other) => other is not null && EqualityContract == other.EqualityContract && Type == other.Type;

    public override int GetHashCode() => Type.GetHashCode();
}

/// <summary>A number, the same in every lane.</summary>
internal sealed record Constant(ExactDouble Value, IrType Type) : Expr(Type);

/// <summary>A local or a parameter of the kernel.</summary>
internal sealed record Variable(string Name, IrType Type) : Expr(Type);

/// <summary><c>tensor[index]</c>; as a vector, the elements from there on. Of a tensor of integers or truth values, each element as the number that it is.</summary>
internal sealed record Load(Tensor Tensor, Expr Index, IrType Type) : Expr(Type)
{
    /// <summary>Whether elements of another type become numbers of this one.</summary>
    public bool Converts => Type.Scalar != Tensor.Element;

    public override int GetHashCode() => Hash != 0 ? Hash : Hash = unchecked((Tensor.Name.GetHashCode() * 31) + Index.GetHashCode());
}

/// <summary><c>op(arguments)</c>.</summary>
internal sealed record Apply(Op Op, EquatableArray<Expr> Arguments, IrType Type) : Expr(Type)
{
    public override int GetHashCode() => Hash != 0 ? Hash : Hash = unchecked((((Arguments.GetHashCode() * 31) + (int)Op) * 31) + Type.GetHashCode());
}

/// <summary>
/// The value itself, with the name for its local; removed by <c>ShareSubexpressions</c>. A symbol, if given, denotes the value where it is written as
/// mathematics.
/// </summary>
internal sealed record Named(string Name, Expr Value, string? Symbol = null) : Expr(Value.Type);

/// <summary>
/// The value itself, which is NaN or, for reasons that interval arithmetic would not find, at least <paramref name="Least"/> and at most <paramref
/// name="Most"/>; removed by <c>UseRanges</c>.
/// </summary>
internal sealed record Within(Expr Value, ExactDouble Least, ExactDouble Most) : Expr(Value.Type);

/// <summary>Whether the caller passed an optional tensor rather than leaving it empty.</summary>
internal sealed record IsGiven(Tensor Tensor) : Expr(IrType.Boolean);

/// <summary>Whether the caller wants a part of the outputs of a kernel that serves several members; known where the kernel is compiled for a call.</summary>
internal sealed record IsWanted(OutputParts Part) : Expr(IrType.Boolean);

/// <summary>∂Value/∂Input; removed by <c>Differentiate</c>.</summary>
internal sealed record Derivative(Expr Value, Expr Input) : Expr(Value.Type);

/// <summary>
/// c: the index that the innermost reduction around it binds or, outside all, the class that a map over the classes is at; removed by
/// <c>LowerClassAxis</c>.
/// </summary>
internal sealed record AxisIndex() : Expr(IrType.Index);

/// <summary>
/// g: the label that a tensor has for this location, as a class; removed by <c>LowerClassAxis</c>. The symbol denotes it where it is written as mathematics.
/// </summary>
internal sealed record Label(Tensor Tensor, string Symbol = "label") : Expr(IrType.Index);

/// <summary>x_i: the tensor's element at this location and a class; of a tensor of integers or truth values, as the number that it is; removed by <c>LowerClassAxis</c>.</summary>
internal sealed record Element(Tensor Tensor, Expr Class, IrType Type) : Expr(Type)
{
    public Element(Tensor tensor, Expr @class)
        : this(tensor, @class, tensor.ElementType)
    {
    }
}

/// <summary>⊕ f: binds an index of the class axis in its body.</summary>
internal abstract record AnyReduction(Reduction Reduction, Expr Body) : Expr(Body.Type);

/// <summary>⊕_c f(c): binds <see cref="AxisIndex"/> in its body; removed by <c>LowerClassAxis</c>, log-sum-exp by <c>Stabilise</c>.</summary>
internal sealed record Reduce(Reduction Reduction, Expr Body) : AnyReduction(Reduction, Body);

/// <summary>d: the other class of a pair, which the innermost reduction over pairs around it binds; removed by <c>LowerClassAxis</c>.</summary>
internal sealed record OtherIndex() : Expr(IrType.Index);

/// <summary>
/// ⊕_d f(c, d): a value for each class c, from the pairs that it is the first of; binds <see cref="OtherIndex"/> in its body, where <see cref="AxisIndex"/> stays c; removed by
/// <c>LowerClassAxis</c>.
/// </summary>
internal sealed record ReducePairs(Reduction Reduction, Expr Body) : AnyReduction(Reduction, Body);

/// <summary>⊕_e f(d, e): what a reduction over pairs is for the other class of a pair.</summary>
internal sealed record AtOther(ReducePairs Value) : Expr(Value.Type);

/// <summary>The numbers that a formula returns, while it is read. No kernel contains them.</summary>
internal sealed record Several(EquatableArray<Expr> Values) : Expr(Values[0].Type);

/// <summary>Any expression, in the pattern of a rule: the same one at each occurrence of the name. No kernel contains one.</summary>
internal sealed record Wildcard(string Name) : Expr(IrType.Double);

/// <summary>f(i), in the pattern of a rule, if f(c) is what another part of the pattern matches: the body with an index for <see cref="AxisIndex"/>.</summary>
internal sealed record WildcardAt(Wildcard Body, Wildcard Index) : Expr(Body.Type);
