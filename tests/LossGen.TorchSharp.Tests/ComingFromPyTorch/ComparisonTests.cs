using static TorchSharp.torch;

namespace LossGen.Tests.ComingFromPyTorch;

/// <summary>Every row of docs/coming-from-pytorch.md computes what it says: PyTorch's value and gradients, on random inputs.</summary>
public sealed class ComparisonTests
{
    public static TheoryData<string> Rows => [.. TorchRows.All.Select(static row => row.ToString())];

    [Theory]
    [MemberData(nameof(Rows))]
    public void ValueAndGradientsAreThoseOfPyTorch(string row)
    {
        TorchRow compared = TorchRows.All.Single(candidate => candidate.ToString() == row);
        for (int seed = 1; seed <= 5; seed++)
        {
            compared.Compare(ScalarType.Float32, within: 1e-5, seed);
            compared.Compare(ScalarType.Float64, within: 1e-11, seed);
        }
    }
}
