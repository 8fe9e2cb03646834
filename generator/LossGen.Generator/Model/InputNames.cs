namespace LossGen.Generator.Model;

/// <summary>How inputs are named, and what is named after them.</summary>
internal static class InputNames
{
    /// <summary>The name of an input's gradient.</summary>
    public static string GradientOf(string input) => input + "Gradient";

    /// <summary>The name of the direction along an input in which its gradient is differentiated.</summary>
    public static string DirectionOf(string input) => input + "Direction";
}
