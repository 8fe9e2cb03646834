using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests.Trust;

/// <summary>Inputs at which a loss of PyTorch is known to lose digits or to give no number, beside a generated one.</summary>
/// <param name="Text">What is special, as a document says it.</param>
/// <param name="Torch">PyTorch's loss.</param>
/// <param name="Own">The generated loss.</param>
/// <param name="Inputs">The inputs; the gradient is that by the first.</param>
internal sealed record ExtremeCase(string Text, Func<Tensor[], Tensor> Torch, Func<Tensor[], Tensor> Own, Func<Tensor[]> Inputs)
{
    private const float Infinity = float.PositiveInfinity;

    public static IReadOnlyList<ExtremeCase> All { get; } =
    [
        new("cross-entropy, a sure and right prediction: logits 20, 0, 0", CrossEntropy(), Module(new KeptLoss()), static () => [Row(20, 0, 0), Labels(0)]),
        new("binary cross-entropy, a sure and right logit: 40, answer 1", static x => nn.BCEWithLogitsLoss().call(x[0], x[1]), Module(new AnswerLoss()), static () => [tensor(new[] { 40f }), tensor(new[] { 1f })]),
        new("binary cross-entropy, an infinite and right logit", static x => nn.BCEWithLogitsLoss().call(x[0], x[1]), Module(new AnswerLoss()), static () => [tensor(new[] { Infinity }), tensor(new[] { 1f })]),
        new("soft margin of several labels, a logit of −∞ that is right", static x => nn.MultiLabelSoftMarginLoss().call(x[0], x[1]), Module(new TagLoss()), static () => [Row(-Infinity, 1, -1), Row(0, 1, 0)]),
        new("cross-entropy, a row of NaN whose label is ignored", CrossEntropy(), Module(new KeptLoss()), static () => [Rows([float.NaN, float.NaN, float.NaN, 1, 0, 0]), Labels(-100, 0)]),
        new("cross-entropy, every label ignored", CrossEntropy(), Module(new KeptLoss()), static () => [Row(1, 0, 0), Labels(-100)]),
        new("cross-entropy with weights of classes, of which every label's is 0", static x => nn.CrossEntropyLoss(weight: tensor(new[] { 0f, 0, 1 })).call(x[0], x[1]), Module(new ThirdClassLoss()), static () => [Row(1, 0, 0), Labels(0)]),
        new("cross-entropy of probabilities, a class masked by −∞ whose probability is 0", CrossEntropy(), Module(new DistributionLoss()), static () => [Row(1, 0, -Infinity), Row(0.75f, 0.25f, 0)]),
        new("divergence, a logarithm of −∞ where the target is 0", static x => nn.KLDivLoss(log_target: false).call(x[0], x[1]), Module(new DivergenceLoss()), static () => [Row(-0.6931472f, -0.6931472f, -Infinity), Row(0.5f, 0.5f, 0)]),
    ];

    /// <summary>A row of a table: PyTorch's value and gradient, then the generated loss's.</summary>
    public string Row()
    {
        using DisposeScope scope = NewDisposeScope();
        return $"| {Text} | {Result(Torch)} | {Result(Own)} |";
    }

    private string Result(Func<Tensor[], Tensor> loss)
    {
        Tensor[] inputs = Inputs();
        Tensor leaf = inputs[0].requires_grad_(true);
        Tensor value = loss(inputs);
        value.backward();
        return $"{Number(value.item<float>())} | {string.Join(", ", leaf.grad!.data<float>().ToArray().Select(Number))}";
    }

    private static string Number(float number) =>
        float.IsNaN(number) ? "NaN" : float.IsInfinity(number) ? (number > 0 ? "∞" : "−∞") : number == 0 ? "0" : number.ToString("0.####e+0", CultureInfo.InvariantCulture).Replace("e+0", "", StringComparison.Ordinal).Replace("e+", "e", StringComparison.Ordinal).Replace('-', '−');

    private static Func<Tensor[], Tensor> CrossEntropy() => static x => nn.CrossEntropyLoss().call(x[0], x[1]);

    private static Func<Tensor[], Tensor> Module(ILoss loss)
    {
        TensorLoss function = loss.AsTensorLoss();
        return inputs => function.call(inputs);
    }

    private static Tensor Row(params float[] numbers) => Rows(numbers);

    private static Tensor Rows(float[] numbers) => tensor(numbers, [numbers.Length / 3, 3]);

    private static Tensor Labels(params long[] labels) => tensor(labels);
}
