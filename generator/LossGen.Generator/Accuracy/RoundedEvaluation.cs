using LossGen.Generator.Kernel;

namespace LossGen.Generator.Accuracy;

/// <summary>
/// An expression as a list of its distinct nodes, arguments first, for evaluation at many points: in float64 throughout, and as a kernel computes it,
/// with each result rounded to its type. Along the class axis every node has one value per class, or one per pair of classes if there are reductions over pairs.
/// </summary>
internal sealed class RoundedEvaluation
{
    private readonly List<Expr> nodes = [];
    private readonly List<int[]> children = [];

    /// <param name="root">The expression.</param>
    /// <param name="roundsDouble">Whether float64 results are rounded to float32 as well, to see what becomes of a float64 formula's digits with only float64 to compare with.</param>
    public RoundedEvaluation(Expr root, bool roundsDouble)
    {
        RoundsDouble = roundsDouble;
        IsOfPairs = root.Contents.Overlaps(NodeSet.PairReductions);
        Add(root, []);
    }

    public bool RoundsDouble { get; }

    /// <summary>Whether a node has a value for each pair of classes, those of the same first one side by side.</summary>
    public bool IsOfPairs { get; }

    /// <summary>The number of distinct nodes; the last is the expression itself.</summary>
    public int Count => nodes.Count;

    public Expr this[int node] => nodes[node];

    /// <summary>The nodes that a node is computed from.</summary>
    public IReadOnlyList<int> ChildrenOf(int node) => children[node];

    /// <summary>The value of each node for each class.</summary>
    public double[][] At(SamplePoint point, bool isRounded)
    {
        double[][] values = new double[nodes.Count][];
        for (int i = 0; i < nodes.Count; i++)
        {
            values[i] = Value(nodes[i], [.. children[i].Select(child => values[child])], point);
            if (isRounded && IsRounded(nodes[i]))
            {
                values[i] = [.. values[i].Select(static value => (double)(float)value)];
            }
        }

        return values;
    }

    /// <summary>How many values a node has for each class.</summary>
    public int PerClass(SamplePoint point) => IsOfPairs ? point.Classes : 1;

    /// <summary>The places of the values that a node has a value of: one for each of its children, or all that a reduction takes.</summary>
    /// <param name="node">The node.</param>
    /// <param name="place">The place of its own value.</param>
    /// <param name="point">The point.</param>
    public IEnumerable<int> PlacesBelow(Expr node, int place, SamplePoint point)
    {
        (int others, IEnumerable<int> classes) = (PerClass(point), Enumerable.Range(0, point.Classes));
        return node switch
        {
            Reduce => classes.Select(each => (each * others) + (place % others)),
            ReducePairs => classes.Select(each => (place / others * others) + each),
            AtOther => [place % others * others],
            _ => [place],
        };
    }

    /// <summary>The expression's own value for each class, nothing rounded.</summary>
    public double[] ValueAt(SamplePoint point) => At(point, isRounded: false)[Count - 1];

    // Inputs and constants are exact.
    private bool IsRounded(Expr node) =>
        node is Apply or AnyReduction && (node.Type.Scalar == ScalarType.Single || (RoundsDouble && node.Type.Scalar == ScalarType.Double));

    private int Add(Expr expr, Dictionary<Expr, int> known)
    {
        if (known.TryGetValue(expr, out int place))
        {
            return place;
        }

        int[] below = [.. (expr is Load ? [] : expr.Children()).Select(child => Add(child, known))];
        nodes.Add(expr);
        children.Add(below);
        known.Add(expr, nodes.Count - 1);
        return nodes.Count - 1;
    }

    private double[] Value(Expr node, double[][] a, SamplePoint point)
    {
        return node switch
        {
            Constant constant => All(constant.Value.Value),
            Variable variable => All(point.Scalar(variable.Name)),
            Load load => All(point.Number(load.Tensor)),
            AxisIndex => Each(place => place / PerClass(point)),
            OtherIndex => Each(place => place % PerClass(point)),
            Label label => All(point.Label(label.Tensor.Number)),
            Element element => Each(c => point.ElementAt(element.Tensor, (int)a[0][c])),
            Named or Within => a[0],
            AnyReduction { Reduction: var reduction } => Each(place => Reduced(reduction, PlacesBelow(node, place, point).Select(each => a[0][each]))),
            AtOther => Each(place => a[0][PlacesBelow(node, place, point).Single()]),
            Apply { Op: Op.Select } => Each(c => a[0][c] != 0 ? a[1][c] : a[2][c]),
            Apply apply => Each(c => Evaluation.Fold(apply.Op, [.. a.Select(argument => argument[c])])
                ?? throw new InvalidOperationException($"{apply.Op} works across lanes.")),
            _ => throw new InvalidOperationException($"{node} has no value here."),
        };

        double[] All(double value) => Each(_ => value);

        double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, point.Classes * PerClass(point)).Select(value)];
    }

    private static double Reduced(Reduction reduction, IEnumerable<double> terms) =>
        reduction == Reduction.Maximum ? terms.Max() : terms.Sum();
}
