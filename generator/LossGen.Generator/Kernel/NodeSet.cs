namespace LossGen.Generator.Kernel;

/// <summary>Kinds of nodes and ops, as a set: what an expression holds. What is not there need not be looked for, below it neither.</summary>
/// <param name="FirstOps">The first 64 ops, each at the bit of its number.</param>
/// <param name="LaterOps">The ops after the first 64.</param>
/// <param name="Kinds">The kinds of other nodes.</param>
internal readonly record struct NodeSet(ulong FirstOps, ulong LaterOps, ulong Kinds)
{
    private const int WordSize = 64;

    public static NodeSet None => default;

    public static NodeSet All { get; } = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    public static NodeSet Ops { get; } = Of([.. Enum.GetValues(typeof(Op)).Cast<Op>()]);

    public static NodeSet Constants { get; } = Kind(0);

    public static NodeSet Variables { get; } = Kind(1);

    public static NodeSet Loads { get; } = Kind(2);

    /// <summary>Names and bounds that an author gave.</summary>
    public static NodeSet Annotations { get; } = Kind(3);

    public static NodeSet Derivatives { get; } = Kind(4);

    public static NodeSet ClassElements { get; } = Kind(5);

    public static NodeSet AtLabels { get; } = Kind(6);

    public static NodeSet LabelTests { get; } = Kind(7);

    /// <summary>Reductions over the classes.</summary>
    public static NodeSet Reductions { get; } = Kind(8);

    /// <summary>Whether an optional tensor was given.</summary>
    public static NodeSet TensorTests { get; } = Kind(9);

    /// <summary>Ops that cost so much more than a load that storing the result beats computing it again.</summary>
    public static NodeSet Transcendentals { get; } =
        Of([.. Enum.GetValues(typeof(Op)).Cast<Op>().Where(static op => Operations.Get(op).IsTranscendental)]);

    public static NodeSet operator |(NodeSet left, NodeSet right) => new(left.FirstOps | right.FirstOps, left.LaterOps | right.LaterOps, left.Kinds | right.Kinds);

    public static NodeSet Of(Op op) => (int)op < WordSize ? new(1UL << (int)op, 0, 0) : new(0, 1UL << ((int)op - WordSize), 0);

    public static NodeSet Of(params Op[] ops) => ops.Aggregate(None, static (all, op) => all | Of(op));

    /// <summary>Whether any kind is in both.</summary>
    public bool Overlaps(NodeSet other) => ((FirstOps & other.FirstOps) | (LaterOps & other.LaterOps) | (Kinds & other.Kinds)) != 0;

    /// <summary>Whether all kinds of the other are here.</summary>
    public bool Includes(NodeSet other) => (FirstOps & other.FirstOps) == other.FirstOps && (LaterOps & other.LaterOps) == other.LaterOps && (Kinds & other.Kinds) == other.Kinds;

    private static NodeSet Kind(int number) => new(0, 0, 1UL << number);
}
