using Boosting.Tasks;
using Digits;

namespace LossGen.Samples.Tests.Boosting;

/// <summary>The digits as the program splits them.</summary>
internal static class Data
{
    public static (DigitDataset Train, DigitDataset Test) Split(int seed)
    {
        DigitDataset all = DigitDataset.Load();
        all.Shuffle(new Random(seed));
        return all.SplitLast(all.Count / 5);
    }

    public static DigitTask Digits(int seed)
    {
        (DigitDataset train, DigitDataset test) = Split(seed);
        return new DigitTask(train, test);
    }

    public static InkTask Ink(int seed)
    {
        (DigitDataset train, DigitDataset test) = Split(seed);
        return new InkTask(train, test);
    }
}
