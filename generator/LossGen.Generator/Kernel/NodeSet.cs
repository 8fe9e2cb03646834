namespace LossGen.Generator.Kernel;

/// <summary>
/// A set of kinds of nodes and ops: what an expression or a statement contains. A walk that looks for other kinds need not enter it. Passes declare
/// as such sets what they eliminate and introduce.
/// </summary>
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

    /// <summary>Names that an author gave (<see cref="Named"/>).</summary>
    public static NodeSet AuthorNames { get; } = Kind(3);

    /// <summary>Bounds that hold whatever the inputs are (<see cref="Within"/>).</summary>
    public static NodeSet Bounds { get; } = Kind(10);

    /// <summary>Names and bounds.</summary>
    public static NodeSet Annotations { get; } = AuthorNames | Bounds;

    public static NodeSet Derivatives { get; } = Kind(4);

    public static NodeSet Elements { get; } = Kind(5);

    public static NodeSet Labels { get; } = Kind(6);

    /// <summary>Tests of whether an index is a label (<see cref="OverClasses.IsLabelTest"/>).</summary>
    public static NodeSet LabelTests { get; } = Kind(7);

    /// <summary>Reductions over the classes that become loops.</summary>
    public static NodeSet ReductionsToLoops { get; } = Kind(8);

    /// <summary>Log-sum-exp over the classes, and the maximum of a formula: <c>Stabilise</c> expresses them by reductions that become loops.</summary>
    public static NodeSet PendingReductions { get; } = Kind(11);

    /// <summary>All reductions over the classes (<see cref="Reduce"/>).</summary>
    public static NodeSet Reductions { get; } = ReductionsToLoops | PendingReductions;

    /// <summary>Tests of whether an optional tensor was given.</summary>
    public static NodeSet TensorTests { get; } = Kind(9);

    /// <summary>Tests of whether a part of the outputs is wanted.</summary>
    public static NodeSet OutputTests { get; } = Kind(24);

    /// <summary>Expressions of several lanes.</summary>
    public static NodeSet Vectors { get; } = Kind(12);

    /// <summary>Loops that carry accumulators, and statements that add to them.</summary>
    public static NodeSet Accumulators { get; } = Kind(13);

    /// <summary>Loops that are to take several neighbouring positions at a time (<see cref="Loop.Lanes"/>).</summary>
    public static NodeSet PendingLanes { get; } = Kind(14);

    /// <summary>Loops that are to hold several copies of their body (<see cref="Loop.Unroll"/>).</summary>
    public static NodeSet PendingCopies { get; } = Kind(15);

    /// <summary>Copies between a tensor and its tile.</summary>
    public static NodeSet TileMoves { get; } = Kind(16);

    /// <summary>Prefetches of any kind.</summary>
    public static NodeSet Prefetches { get; } = Kind(17);

    /// <summary>Statements that run under a condition.</summary>
    public static NodeSet Conditionals { get; } = Kind(18);

    /// <summary>Assignments to mutable locals.</summary>
    public static NodeSet Assignments { get; } = Kind(19);

    /// <summary>Stores whose caller decides whether they bypass the caches.</summary>
    public static NodeSet StreamedStores { get; } = Kind(20);

    /// <summary>Indices of the class axis (<see cref="AxisIndex"/>).</summary>
    public static NodeSet AxisIndices { get; } = Kind(21);

    /// <summary>The other class of a pair (<see cref="OtherIndex"/>).</summary>
    public static NodeSet OtherIndices { get; } = Kind(22);

    /// <summary>Reductions over pairs of classes (<see cref="ReducePairs"/>).</summary>
    public static NodeSet PairReductions { get; } = Kind(23);

    /// <summary>Reductions of both kinds (<see cref="AnyReduction"/>).</summary>
    public static NodeSet AllReductions { get; } = Reductions | PairReductions;

    /// <summary>Every kind that is an element of the class axis or a test on it: removed once there are loops over the classes.</summary>
    public static NodeSet OnClassAxis { get; } = Elements | AxisIndices | OtherIndices | Labels | LabelTests | AllReductions;

    /// <summary>The kinds that only the compiler's mathematics uses.</summary>
    public static NodeSet Mathematics { get; } = Annotations | Derivatives | OnClassAxis | Of(Op.StopGradient);

    /// <summary>Each kind of node other than an op, with its name.</summary>
    public static IReadOnlyList<(string Name, NodeSet Kind)> NamedKinds { get; } =
    [
        (nameof(Constants), Constants),
        (nameof(Variables), Variables),
        (nameof(Loads), Loads),
        (nameof(AuthorNames), AuthorNames),
        (nameof(Derivatives), Derivatives),
        (nameof(Elements), Elements),
        (nameof(AxisIndices), AxisIndices),
        (nameof(Labels), Labels),
        (nameof(LabelTests), LabelTests),
        (nameof(ReductionsToLoops), ReductionsToLoops),
        (nameof(TensorTests), TensorTests),
        (nameof(OutputTests), OutputTests),
        (nameof(Bounds), Bounds),
        (nameof(PendingReductions), PendingReductions),
        (nameof(Vectors), Vectors),
        (nameof(Accumulators), Accumulators),
        (nameof(PendingLanes), PendingLanes),
        (nameof(PendingCopies), PendingCopies),
        (nameof(TileMoves), TileMoves),
        (nameof(Prefetches), Prefetches),
        (nameof(Conditionals), Conditionals),
        (nameof(Assignments), Assignments),
        (nameof(StreamedStores), StreamedStores),
        (nameof(OtherIndices), OtherIndices),
        (nameof(PairReductions), PairReductions),
    ];

    /// <summary>Ops so much costlier than a load that storing the result beats computing it again.</summary>
    public static NodeSet Transcendentals { get; } =
        Of([.. Enum.GetValues(typeof(Op)).Cast<Op>().Where(static op => Operations.Get(op).IsTranscendental)]);

    public static NodeSet operator |(NodeSet left, NodeSet right) => new(left.FirstOps | right.FirstOps, left.LaterOps | right.LaterOps, left.Kinds | right.Kinds);

    /// <summary>The kinds of the left set that are not in the right one.</summary>
    public static NodeSet operator -(NodeSet left, NodeSet right) => new(left.FirstOps & ~right.FirstOps, left.LaterOps & ~right.LaterOps, left.Kinds & ~right.Kinds);

    public static NodeSet operator &(NodeSet left, NodeSet right) => new(left.FirstOps & right.FirstOps, left.LaterOps & right.LaterOps, left.Kinds & right.Kinds);

    public static NodeSet Of(Op op) => (int)op < WordSize ? new(1UL << (int)op, 0, 0) : new(0, 1UL << ((int)op - WordSize), 0);

    public static NodeSet Of(params Op[] ops) => ops.Aggregate(None, static (all, op) => all | Of(op));

    /// <summary>Whether any kind is in both.</summary>
    public bool Overlaps(NodeSet other) => ((FirstOps & other.FirstOps) | (LaterOps & other.LaterOps) | (Kinds & other.Kinds)) != 0;

    /// <summary>Whether all kinds of the other set are in this one.</summary>
    public bool Includes(NodeSet other) => (FirstOps & other.FirstOps) == other.FirstOps && (LaterOps & other.LaterOps) == other.LaterOps && (Kinds & other.Kinds) == other.Kinds;

    /// <summary>The names of all kinds in the set.</summary>
    public override string ToString()
    {
        NodeSet set = this;
        return string.Join(", ", NamedKinds.Where(named => set.Overlaps(named.Kind)).Select(static named => named.Name)
            .Concat(Enum.GetValues(typeof(Op)).Cast<Op>().Where(op => set.Overlaps(Of(op))).Select(static op => op.ToString())));
    }

    private static NodeSet Kind(int number) => new(0, 0, 1UL << number);
}
