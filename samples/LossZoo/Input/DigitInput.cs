using Digits;

namespace LossZoo.Input;

/// <summary>
/// The input of all losses: the first thirty handwritten digits, three of each, and the predictions of the others' mean images for them.
/// </summary>
public sealed class DigitInput
{
    /// <summary>The images for which the losses are computed.</summary>
    public const int Images = 30;

    /// <summary>The number of rows and of columns of an image.</summary>
    public const int Side = 8;

    private const double Smoothing = 0.1;

    /// <summary>Computes the predictions.</summary>
    public DigitInput()
    {
        (DigitDataset shown, DigitDataset others) = Split();
        var statistics = new PixelStatistics(others);
        OtherImages = others.Count;

        int[] digits = shown.Labels.ToArray();
        float[] pixels = shown.Images.ToArray();
        int[] imageShape = [Images, Side, Side];
        int[] digitShape = [Images, DigitDataset.Classes];

        Pixels = new(imageShape, index => pixels[(index[0] * DigitDataset.Pixels) + Pixel(index)]);
        Means = new(imageShape, index => statistics.Mean(digits[index[0]], Pixel(index)));
        Deviations = new(imageShape, index => statistics.Deviation(digits[index[0]], Pixel(index)));

        Labels = new([Images], index => digits[index[0]]);
        Logits = new(digitShape, index => Enumerable.Range(0, DigitDataset.Pixels)
            .Sum(pixel => -0.5 * Square(pixels[(index[0] * DigitDataset.Pixels) + pixel] - statistics.Mean(index[1], pixel))));
        Probabilities = Logits.Softmax();
        SoftLabels = new(digitShape, index => (Smoothing / DigitDataset.Classes) + (digits[index[0]] == index[1] ? 1 - Smoothing : 0));

        Shades = new ShadeInput(Pixels, Means);
    }

    /// <summary>The number of images in the means: all except those that are shown.</summary>
    public int OtherImages { get; }

    /// <summary>(image, row, column): the images, from 0 (dark) to 1.</summary>
    public Tensor Pixels { get; }

    /// <summary>(image, row, column): for each image the mean image of its digit, never quite 0 or 1.</summary>
    public Tensor Means { get; }

    /// <summary>(image, row, column): the standard deviation of that digit's pixels, above 0.</summary>
    public Tensor Deviations { get; }

    /// <summary>(image): the digit.</summary>
    public Tensor Labels { get; }

    /// <summary>
    /// (image, digit): minus half the squared distance of the image to the digit's mean, the log-likelihood of normally distributed
    /// pixels, up to a constant. The nearest mean has the highest.
    /// </summary>
    public Tensor Logits { get; }

    /// <summary>(image, digit): the softmax of the logits.</summary>
    public Tensor Probabilities { get; }

    /// <summary>(image, digit): the labels, a tenth of each spread evenly over all digits.</summary>
    public Tensor SoftLabels { get; }

    /// <summary>The input of losses over images: pixels to be classified.</summary>
    public ShadeInput Shades { get; }

    private static (DigitDataset Shown, DigitDataset Others) Split()
    {
        DigitDataset all = DigitDataset.Load();
        return all.SplitLast(all.Count - Images);
    }

    private static int Pixel(int[] index) => (index[1] * Side) + index[2];

    private static double Square(double x) => x * x;
}
