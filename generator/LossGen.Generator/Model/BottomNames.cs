namespace LossGen.Generator.Model;

/// <summary>The names of a built-in loss's two inputs: distinct, valid C# identifiers without a leading @.</summary>
internal sealed record BottomNames(string Prediction, string GroundTruth)
{
    public string PredictionGradient => InputNames.GradientOf(Prediction);

    public string GroundTruthGradient => InputNames.GradientOf(GroundTruth);
}

/// <summary>How inputs are named, and what is named after them.</summary>
internal static class InputNames
{
    /// <summary>The name of an input's gradient.</summary>
    public static string GradientOf(string input) => input + "Gradient";
}
