using System.Globalization;
using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Draws a loss attribute: its name in every spelling, its shape, and its properties in any order.</summary>
internal static class AttributeTexts
{
    private static readonly string[] Labelled = ["SoftmaxLoss", "MultinomialLogisticLoss"];
    private static readonly string[] Elementwise = ["SquareLoss", "HingeLoss", "BinaryCrossEntropyLoss", "GaussianKLLoss", "ElementwiseLoss"];
    private static readonly string[] Custom = ["ElementwiseLoss", "ClassAxisLoss", "AxisLoss"];

    // An attribute that only has the name of one of LossGen's.
    private const string OwnProperties =
        "public int[] Shape => shape; public double Weight; public ElementType Element; public LossParallelism Parallelism; public int Dim; public string[] Bottoms = []; "
        + "public LabelType Label; public WeightingMode Weighting; public WeightNormalization Normalize; public double[] Weights = []; "
        + "public bool Each; public bool Curvature; public int IgnoreLabel; public LossDenominator Denominator; public LossWhenEmpty WhenEmpty; ";

    private static readonly Gen<string> Loss = Gen.Frequency((5, Gen.OneOf(Labelled)), (1, Gen.Const("SoftlabelSoftmaxLoss")), (2, Gen.OneOf(Elementwise)), (2, Gen.OneOf(OptionTexts.Losses)), (2, Gen.OneOf(Custom)));

    private static readonly Aspect Target = Aspect.Of(
        ["", "", "", "", "", "", "", "", "type: ", "@type: "],
        ["return: ", "method: "],
        ["assembly: ", "type ", "module: ", ": "]);

    /// <summary>
    /// The list with its brackets; an alias at the start of the file, if it names the attribute; and the members with the formula that the loss
    /// requires.
    /// </summary>
    public static Gen<(string Alias, string List, string Formula)> List(Taste taste) =>
        from loss in Loss
        let isLabelled = Labelled.Contains(loss) || OptionTexts.Labelled.Contains(loss)
        let hasClassAxis = OptionTexts.Losses.Contains(loss) ? OptionTexts.AlongAxis.Contains(loss) : !Elementwise.Contains(loss)
        from sizes in ShapeTexts.Sizes(hasClassAxis)
        from shape in ShapeTexts.Arguments(sizes, taste)
        from axis in Axis(sizes, hasClassAxis, taste)
        from weighted in Gen.Frequency((3, Gen.Const(false)), (isLabelled ? 2 : 0, Gen.Const(true)))
        from weights in WeightsTexts.Given(sizes, axis.Axis, taste)
        from some in PropertyTexts.Some(isLabelled, taste)
        from options in OptionTexts.Some(loss, taste)
        from order in Gen.Shuffle(Enumerable.Range(0, 24).ToArray())
        from twice in Gen.Int[0, 299]
        from name in Spelling(loss).At(taste)
        from target in Target.At(taste with { Refused = taste.Refused / 4, Broken = taste.Broken / 4 })
        from neighbour in Neighbour.At(taste)
        from formula in FormulaTexts.For(loss, taste)
        let others = some.Where(property => !Custom.Contains(loss) || IsOfEveryLoss(property)).Where(property => !weighted || !property.StartsWith("Weighting", StringComparison.Ordinal))
        let properties = Ordered([.. others, .. options, .. axis.Text, .. weighted ? new[] { weights } : []], order, twice < taste.Broken)
        let arguments = string.Join(", ", (shape.Length == 0 ? [] : new[] { shape }).Concat(properties))
        let parts = name.Split('|')
        let list = arguments.Length == 0 && order[0] < 8 ? "" : "(" + arguments + ")"
        select (parts.Length > 1 ? parts[1] : "", "[" + target + parts[0] + list + neighbour, formula);

    // The properties of a loss whose formula determines its inputs and types.
    private static bool IsOfEveryLoss(string property) => property.StartsWith("Weight =", StringComparison.Ordinal) || property.StartsWith("Each", StringComparison.Ordinal) || property.StartsWith("Curvature", StringComparison.Ordinal) || property.StartsWith("Weighting = WeightingMode.PerLocation", StringComparison.Ordinal) || property.StartsWith("Parallelism", StringComparison.Ordinal);

    // The alias or the type that the spelling uses follows a bar.
    private static Aspect Spelling(string loss) => Aspect.Of(
        [
            loss, loss, loss, loss + "Attribute", "LossGen." + loss, "global::LossGen." + loss + "Attribute", "@" + loss + "Attribute",
            loss.Replace("Loss", "\\u004Coss", StringComparison.Ordinal), $"Named|using Named = global::LossGen.{loss}Attribute; ",
        ],
        [
            loss + "|sealed class " + loss + "Attribute(params int[] shape) : global::System.Attribute { " + OwnProperties + "} ",
        ],
        [
            "Loss", loss.ToUpperInvariant(), loss[1..], loss + "<int>", loss + ".", "LossGen", "global::System.Obsolete", "",
            "LossAttribute", loss + "AttributeAttribute", loss + " " + loss, $"Named|using Named = global::LossGen.{loss}; ",
        ]);

    private static Aspect Neighbour { get; } = Aspect.Of(
        [
            "]", "]", ",]", "] [global::System.Serializable]", ", global::System.Obsolete]", "][global::System.Obsolete(\"x\", true)]",
            "] [global::System.CLSCompliant(true)]", "] [global::System.Diagnostics.DebuggerDisplay(\"{x}\")]", "] /* ] */",
            "]\n#line 7 \"other.cs\"\n", "] // [\n", "]\n#nullable disable\n", "] [global::System.Diagnostics.CodeAnalysis.Experimental(\"X1\")]",
            "] [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]",
        ],
        [", GaussianKLLoss]", "] [SoftmaxLoss(Shape.Batch, 3)]"],
        ["", "]]", ")]", ", SquareLoss, SquareLoss]", "] [", ", Unknown]", "] [global::System.AttributeUsage(global::System.AttributeTargets.All)]", "\"]"]);

    // With the batch between other dimensions there is no default axis, so Dim is mostly given.
    private static Gen<(int Axis, string[] Text)> Axis(int[] sizes, bool hasClassAxis, Taste taste)
    {
        int batch = Array.IndexOf(sizes, Shape.Batch);
        bool isPlain = batch == 0 || batch == sizes.Length - 1;
        if (!hasClassAxis)
        {
            return Gen.Const((0, Array.Empty<string>()));
        }

        Gen<(int, string[])> named =
            from axis in Gen.OneOf([.. Enumerable.Range(0, sizes.Length).Where(axis => axis != batch)])
            from fromBack in Gen.Bool
            from stray in Gen.Int[0, 99]
            let dim = (stray < taste.Refused ? stray - 3 : fromBack ? axis - sizes.Length : axis).ToString(CultureInfo.InvariantCulture)
            select (axis, new[] { "Dim = " + dim });
        Gen<(int, string[])> none = Gen.Const((batch == 0 ? 1 : Math.Max(0, batch - 1), Array.Empty<string>()));
        return Gen.Frequency((isPlain ? 1 : 30, named), (isPlain ? 3 : taste.Refused, none));
    }

    private static IEnumerable<string> Ordered(IReadOnlyList<string> properties, int[] order, bool oneTwice)
    {
        IEnumerable<string> ordered = order.Where(index => index < properties.Count).Select(index => properties[index]);
        return oneTwice ? ordered.Concat(properties.Take(1)) : ordered;
    }
}
