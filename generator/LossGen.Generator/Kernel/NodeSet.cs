namespace LossGen.Generator.Kernel;

/// <summary>Kinds of nodes and ops, as a set: what an expression holds. What is not there need not be looked for, below it neither.</summary>
internal readonly record struct NodeSet(ulong Bits)
{
    // Ops have the bits of their numbers, other kinds those from the highest down.
    private const int HighestBit = 63;

    public static NodeSet None => default;

    public static NodeSet All { get; } = new(ulong.MaxValue);

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

    /// <summary>Ops that cost so much more than a load that storing the result beats computing it again.</summary>
    public static NodeSet Transcendentals { get; } =
        Of([.. Enum.GetValues(typeof(Op)).Cast<Op>().Where(static op => Operations.Get(op).IsTranscendental)]);

    public static NodeSet operator |(NodeSet left, NodeSet right) => new(left.Bits | right.Bits);

    public static NodeSet Of(Op op) => new(1UL << (int)op);

    public static NodeSet Of(params Op[] ops) => ops.Aggregate(None, static (all, op) => all | Of(op));

    /// <summary>Whether any kind is in both.</summary>
    public bool Overlaps(NodeSet other) => (Bits & other.Bits) != 0;

    /// <summary>Whether all kinds of the other are here.</summary>
    public bool Includes(NodeSet other) => (Bits & other.Bits) == other.Bits;

    private static NodeSet Kind(int number) => new(1UL << (HighestBit - number));
}
