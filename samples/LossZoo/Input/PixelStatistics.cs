using Digits;

namespace LossZoo.Input;

/// <summary>
/// Mean and standard deviation of each pixel over the images of each digit. One uniformly half-lit image is included: a pixel that
/// is dark in every image is then almost certainly dark, not certainly, and its logarithm is finite.
/// </summary>
public sealed class PixelStatistics
{
    private const double HalfLit = 0.5;

    private readonly double[] _count = new double[DigitDataset.Classes];
    private readonly double[] _sum = new double[DigitDataset.Classes * DigitDataset.Pixels];
    private readonly double[] _squares = new double[DigitDataset.Classes * DigitDataset.Pixels];

    /// <summary>Computes the statistics of the given images.</summary>
    public PixelStatistics(DigitDataset images)
    {
        Array.Fill(_count, 1);
        Array.Fill(_sum, HalfLit);
        Array.Fill(_squares, HalfLit * HalfLit);
        for (int image = 0; image < images.Count; image++)
        {
            int digit = images.Labels[image];
            _count[digit]++;
            for (int pixel = 0; pixel < DigitDataset.Pixels; pixel++)
            {
                double value = images.Images[(image * DigitDataset.Pixels) + pixel];
                _sum[(digit * DigitDataset.Pixels) + pixel] += value;
                _squares[(digit * DigitDataset.Pixels) + pixel] += value * value;
            }
        }
    }

    /// <summary>The mean of a pixel in the images of a digit.</summary>
    public double Mean(int digit, int pixel) => _sum[(digit * DigitDataset.Pixels) + pixel] / _count[digit];

    /// <summary>Its standard deviation.</summary>
    public double Deviation(int digit, int pixel)
    {
        double mean = Mean(digit, pixel);
        return Math.Sqrt((_squares[(digit * DigitDataset.Pixels) + pixel] / _count[digit]) - (mean * mean));
    }
}
