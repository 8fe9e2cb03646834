namespace Boosting.Trees;

/// <summary>A binary tree whose leaves are numbers. Both children of a node are neighbours, after it.</summary>
public sealed class RegressionTree
{
    private readonly List<Node> _nodes = [new Node()];

    /// <summary>The number of leaves.</summary>
    public int Leaves => (_nodes.Count + 1) / 2;

    /// <summary>Makes a leaf the parent of two.</summary>
    /// <returns>The left one; the right one is next to it.</returns>
    public int Divide(int leaf, Split split)
    {
        int left = _nodes.Count;
        _nodes[leaf] = new Node { Split = split, Left = left };
        _nodes.Add(new Node());
        _nodes.Add(new Node());
        return left;
    }

    /// <summary>Sets the number of a leaf.</summary>
    public void SetValue(int leaf, double value) => _nodes[leaf] = new Node { Value = (float)value };

    /// <summary>Adds the number of its leaf to the prediction of each row.</summary>
    public void AddTo(Span<float> predictions, BinnedFeatures features)
    {
        for (int row = 0; row < predictions.Length; row++)
        {
            Node node = _nodes[0];
            while (node.Left > 0)
            {
                bool isLeft = features[node.Split.Feature][row] <= node.Split.LastLeftBin;
                node = _nodes[isLeft ? node.Left : node.Left + 1];
            }

            predictions[row] += node.Value;
        }
    }

    /// <summary>A leaf, unless it has children: no child is the root, so 0 says that there are none.</summary>
    private readonly record struct Node(Split Split, int Left, float Value);
}
