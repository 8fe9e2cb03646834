namespace Digits;

/// <summary>
/// Data augmentation: moves about half of the images by up to a pixel each way. A digit shifted by a pixel is the same
/// digit, and 1,438 images are too few to learn that from.
/// </summary>
public sealed class RandomShift(Random random)
{
    private const int Side = 8;

    /// <summary>Copies the images, shifted; pixels shifted in at an edge are dark.</summary>
    public void Apply(ReadOnlySpan<float> images, Span<float> shifted)
    {
        shifted.Clear();
        for (int start = 0; start < images.Length; start += DigitDataset.Pixels)
        {
            (int right, int down) = random.Next(2) == 0 ? (0, 0) : (random.Next(-1, 2), random.Next(-1, 2));
            Shift(images.Slice(start, DigitDataset.Pixels), shifted.Slice(start, DigitDataset.Pixels), right, down);
        }
    }

    private static void Shift(ReadOnlySpan<float> image, Span<float> shifted, int right, int down)
    {
        int length = Side - Math.Abs(right);
        int first = Math.Max(0, down);
        int last = Math.Min(Side, Side + down);
        for (int y = first; y < last; y++)
        {
            ReadOnlySpan<float> source = image.Slice(((y - down) * Side) + Math.Max(0, -right), length);
            source.CopyTo(shifted[((y * Side) + Math.Max(0, right))..]);
        }
    }
}
