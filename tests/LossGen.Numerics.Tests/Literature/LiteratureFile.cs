using System.Globalization;
using System.Text.Json;

namespace LossGen.Numerics.Tests.Literature;

/// <summary>The corpus as <c>References/generate.py</c> writes it: groups of formulas that compute the same, and the right results at hard inputs.</summary>
internal sealed record LiteratureFile(LiteratureGroup[] Groups)
{
    public static IReadOnlyList<LiteratureCase> ReadAll()
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "literature.json"));
        LiteratureFile all = JsonSerializer.Deserialize<LiteratureFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
        return [.. all.Groups.SelectMany(static group => group.Forms.SelectMany(form => new[] { new LiteratureCase(form, group.Points, IsDouble: false), new LiteratureCase(form, group.Points, IsDouble: true) }))];
    }
}

/// <summary>Spellings of one loss, and the points at which each of them is tried.</summary>
internal sealed record LiteratureGroup(LiteratureForm[] Forms, LiteraturePoint[] Points);

/// <summary>One spelling.</summary>
/// <param name="Name">The name of the loss and of this spelling.</param>
/// <param name="Formula">An expression, or statements that end with a return; T is the element type, and functions are written without their class.</param>
/// <param name="Inputs">The names of the inputs; for a formula over classes, its logits.</param>
/// <param name="Parameters">The arguments of each parameter's attribute, by the parameter's name.</param>
/// <param name="Classes">For a formula over classes, their number.</param>
/// <param name="Label">For a formula over classes, the label at every location.</param>
internal sealed record LiteratureForm(string Name, string Formula, string[] Inputs, Dictionary<string, string> Parameters, int? Classes, int Label);

/// <summary>Inputs that floats hold exactly, and the loss there to 20 digits.</summary>
/// <param name="X">The inputs, or the logits.</param>
/// <param name="P">The parameters, in their order.</param>
/// <param name="Y">The value, and the derivative of each input; none for an input that only selects, as a hard label does.</param>
/// <param name="S">For each of these, Σ |x ∂/∂x|: by how many units in the last place of 1 it moves if every input moves by one of its own units.</param>
internal sealed record LiteraturePoint(double[] X, double[]? P, string?[] Y, string[] S)
{
    public double?[] Expected => [.. Y.Select(static text => text is null ? (double?)null : Number(text))];

    public double[] Sensitivities => [.. S.Select(Number)];

    // Numbers that doubles cannot represent round to 0 or to ∞.
    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A spelling in one element type, with its points.</summary>
internal sealed record LiteratureCase(LiteratureForm Form, LiteraturePoint[] Points, bool IsDouble)
{
    public string Name => $"{(IsDouble ? "double" : "float")}, {Form.Name}";
}
