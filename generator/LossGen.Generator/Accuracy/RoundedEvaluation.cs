using LossGen.Generator.Kernel;

namespace LossGen.Generator.Accuracy;

/// <summary>
/// An expression as a list of its distinct nodes, arguments first, for evaluation at many points: in float64 throughout, and as a kernel computes it,
/// with each result rounded to its type. Along the class axis every node has one value per class.
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
        Add(root, []);
    }

    public bool RoundsDouble { get; }

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

    /// <summary>The expression's own value for each class, nothing rounded.</summary>
    public double[] ValueAt(SamplePoint point) => At(point, isRounded: false)[Count - 1];

    // Inputs and constants are exact.
    private bool IsRounded(Expr node) =>
        node is Apply or Reduce && (node.Type.Scalar == ScalarType.Single || (RoundsDouble && node.Type.Scalar == ScalarType.Double));

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

    private static double[] Value(Expr node, double[][] a, SamplePoint point)
    {
        return node switch
        {
            Constant constant => All(constant.Value.Value),
            Variable variable => All(point.Scalar(variable.Name)),
            Load load => All(point.Number(load.Tensor)),
            AxisIndex => EachClass(static c => c),
            Label label => All(point.Label(label.Tensor.Number)),
            Element element => EachClass(c => point.ElementAt(element.Tensor, (int)a[0][c])),
            Named or Within => a[0],
            Reduce reduce => All(Reduced(reduce.Reduction, a[0])),
            Apply { Op: Op.Select } => EachClass(c => a[0][c] != 0 ? a[1][c] : a[2][c]),
            Apply apply => EachClass(c => Evaluation.Fold(apply.Op, [.. a.Select(argument => argument[c])])
                ?? throw new InvalidOperationException($"{apply.Op} works across lanes.")),
            _ => throw new InvalidOperationException($"{node} has no value here."),
        };

        double[] All(double value) => EachClass(_ => value);

        double[] EachClass(Func<int, double> value) => [.. Enumerable.Range(0, point.Classes).Select(value)];
    }

    private static double Reduced(Reduction reduction, IEnumerable<double> terms) =>
        reduction == Reduction.Maximum ? terms.Max() : terms.Sum();
}
