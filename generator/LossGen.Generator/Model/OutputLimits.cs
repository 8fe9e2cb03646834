namespace LossGen.Generator.Model;

/// <summary>How far predictions go.</summary>
internal static class OutputLimits
{
    /// <summary>How many classes a prediction can be told of: class numbers are numbers of the elements' type meanwhile.</summary>
    public static int MostClasses(bool isDouble) => isDouble ? int.MaxValue : 1 << 24;
}
