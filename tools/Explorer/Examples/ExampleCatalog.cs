using System.Reflection;
using LossGen.Explorer.Plotting;

namespace LossGen.Explorer.Examples;

/// <summary>The texts to start from. Each is a file in Examples/Texts.</summary>
internal static class ExampleCatalog
{
    public static IReadOnlyList<Example> All { get; } =
    [
        Of("Softmax", "Softmax over ten classes", new PlotPreset("logits", -6, 6)),
        Of("Square", "Square loss of elements", new PlotPreset("prediction", -3, 3, ("target", "0.5"))),
        Of("Huber", "Huber's loss, a formula", new PlotPreset("prediction", -4, 4, ("target", "0"))),
        Of("Softplus", "Logistic loss, a formula that would overflow", new PlotPreset("logit", -120, 120, ("target", "0"))),
        Of("Poly1", "Poly-1, a formula of a softmax", new PlotPreset("logits", -6, 6)),
        Of("Margin", "Margins of cosines, a formula along an axis", new PlotPreset("cosine", -1, 1)),
        Of("Segmentation", "Pixels with weighted classes, in tiles", new PlotPreset("logits", -6, 6)),
        Of("IgnoredLabels", "Tokens with an ignored label", new PlotPreset("logits", -6, 6)),
        Of("LostDigits", "Hellinger's distance, which loses digits", new PlotPreset("p", 0.99, 1.01, ("q", "1")), "LG0040"),
        Of("Mistake", "A mistake, and the fix that mends it", new PlotPreset("logits", -6, 6), "LG0003"),
    ];

    private static Example Of(string name, string title, PlotPreset plot, params string[] reported)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Examples/{name}.cs")!;
        return new Example(name, title, new StreamReader(file).ReadToEnd(), plot, reported);
    }
}
