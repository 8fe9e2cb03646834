namespace LossZoo.Input;

/// <summary>
/// Each pixel classified as dark, grey or ink, as by a network that segments images: its class, and what
/// the mean image of its digit predicts. Dimensions are (image, row, column, class); a loss permutes them to its shape.
/// </summary>
public sealed class ShadeInput
{
    /// <summary>Dark, grey and ink.</summary>
    public const int Classes = 3;

    // The brightness in the middle of class 0, 1 and 2 is 0, 1/2 and 1.
    private const double Step = 0.5;

    // About the standard deviation of the pixels of one digit.
    private const double Deviation = 0.3;

    /// <summary>Computes the classes of the given pixels, and predictions from the others.</summary>
    public ShadeInput(Tensor pixels, Tensor means)
    {
        int[] shape = [DigitInput.Images, DigitInput.Side, DigitInput.Side, Classes];
        Labels = pixels.Map(static pixel => Math.Round(pixel / Step));
        Logits = new(shape, index => LogLikelihood(means[index[0], index[1], index[2]], index[3]));
        Probabilities = Logits.Softmax();
        SoftLabels = new(shape, index => Share(pixels[index[0], index[1], index[2]], index[3]));
        Weights = new(SoftLabels);
    }

    /// <summary>(image, row, column): the class whose middle is nearest.</summary>
    public Tensor Labels { get; }

    /// <summary>(image, row, column, class): how well the mean image's pixel fits the class.</summary>
    public Tensor Logits { get; }

    /// <summary>(image, row, column, class): the softmax of the logits.</summary>
    public Tensor Probabilities { get; }

    /// <summary>(image, row, column, class): a pixel between the middles of two classes belongs partly to each.</summary>
    public Tensor SoftLabels { get; }

    /// <summary>How much each class counts.</summary>
    public ShadeWeights Weights { get; }

    // The log-likelihood of a normal distribution around the middle of the class, up to a constant.
    private static double LogLikelihood(double brightness, int shade)
    {
        double distance = (brightness - (Step * shade)) / Deviation;
        return -0.5 * distance * distance;
    }

    private static double Share(double brightness, int shade) => Math.Max(0, 1 - (Math.Abs(brightness - (Step * shade)) / Step));
}
