namespace Boosting.Trees;

/// <summary>Grows trees level by level, so that they lower a loss of which the first and second derivatives are known.</summary>
public sealed class TreeGrower(BinnedFeatures features, TreeSettings settings)
{
    private readonly SplitFinder _finder = new(features, settings);
    private readonly int[] _rows = new int[features.Rows];
    private readonly int[] _rightRows = new int[features.Rows];

    /// <summary>A tree for the derivatives of each row.</summary>
    public RegressionTree Grow(ReadOnlySpan<float> gradient, ReadOnlySpan<float> curvature)
    {
        for (int row = 0; row < _rows.Length; row++)
        {
            _rows[row] = row;
        }

        var tree = new RegressionTree();
        var open = new Queue<OpenLeaf>([new OpenLeaf(0, 0, _rows.Length, 0)]);
        while (open.TryDequeue(out OpenLeaf leaf))
        {
            ReadOnlySpan<int> rows = _rows.AsSpan(leaf.Start, leaf.Count);
            DerivativeSums total = Sum(rows, gradient, curvature);
            if (leaf.Depth < settings.Depth && _finder.Best(rows, gradient, curvature, total) is { } split)
            {
                int left = tree.Divide(leaf.Node, split);
                int leftCount = Partition(leaf, split);
                open.Enqueue(new OpenLeaf(left, leaf.Start, leftCount, leaf.Depth + 1));
                open.Enqueue(new OpenLeaf(left + 1, leaf.Start + leftCount, leaf.Count - leftCount, leaf.Depth + 1));
            }
            else
            {
                tree.SetValue(leaf.Node, settings.LearningRate * total.NewtonStep(settings.Lambda));
            }
        }

        return tree;
    }

    /// <summary>Moves the rows that go left to the front, in their order.</summary>
    /// <returns>How many they are.</returns>
    private int Partition(OpenLeaf leaf, Split split)
    {
        ReadOnlySpan<byte> bins = features[split.Feature];
        Span<int> rows = _rows.AsSpan(leaf.Start, leaf.Count);
        (int left, int right) = (0, 0);
        foreach (int row in rows)
        {
            if (bins[row] <= split.LastLeftBin)
            {
                rows[left++] = row;
            }
            else
            {
                _rightRows[right++] = row;
            }
        }

        _rightRows.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }

    private static DerivativeSums Sum(ReadOnlySpan<int> rows, ReadOnlySpan<float> gradient, ReadOnlySpan<float> curvature)
    {
        DerivativeSums total = default;
        foreach (int row in rows)
        {
            total += new DerivativeSums(gradient[row], curvature[row], 1);
        }

        return total;
    }

    /// <summary>A leaf that may yet be divided, with its rows: a part of all of them.</summary>
    private readonly record struct OpenLeaf(int Node, int Start, int Count, int Depth);
}
