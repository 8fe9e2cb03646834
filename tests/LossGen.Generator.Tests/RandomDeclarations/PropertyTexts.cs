using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Values for the properties of the attributes, except the weights.</summary>
internal static class PropertyTexts
{
    private static readonly Aspect Weight = Aspect.Of(
        [
            "0.5", "1", "2f", "1e-3", "0", "-0.0", "3 * 0.5", "double.Epsilon", "float.MaxValue", "'a'", "1L", "0x10", "(double)1m", "Sizes.Third",
            "1_000.5e1", "ulong.MaxValue", "float.Epsilon / 2", "global::System.Math.PI",
        ],
        [
            "-1", "double.NaN", "double.PositiveInfinity", "0.0 / 0", "-double.Epsilon", "double.MaxValue", "1e39", "double.NegativeInfinity",
            "1 / 0.0", "float.NaN", "-float.Epsilon",
        ],
        ["1m", "\"1\"", "null", "Sizes.Half", "new double[] { 1 }", "true", "1 / 0", "default(string)", "", "1.", "1e", "0.5.5", "=", "x => x", "1e999", "(1, 2)"]);

    private static readonly Aspect Element = Aspect.Of(
        [
            "ElementType.Double", "ElementType.Single", "global::LossGen.ElementType.Double", "(ElementType)1", "default", "default(ElementType)",
            "0", "ElementType.Double | ElementType.Single",
        ],
        ["(ElementType)7", "(ElementType)(-1)", "ElementType.Double + 5", "(ElementType)int.MinValue", "(ElementType)2.5", "~ElementType.Double"],
        ["ElementType.Half", "Double", "1", "null", "LabelType.Byte", "ElementType.", "\"Double\"", "typeof(double)", "", "ElementType", "(ElementType)1e99"]);

    private static readonly Aspect Label = Aspect.Of(
        ["LabelType.Byte", "LabelType.Int32", "LabelType.UInt16", "LabelType.Int64", "LabelType.SByte", "LabelType.Int16", "LabelType.UInt32", "LabelType.Boolean", "(LabelType)3", "(LabelType)7", "0", "default"],
        ["(LabelType)8", "(LabelType)(-1)", "(LabelType)byte.MaxValue"],
        ["LabelType.UInt64", "ElementType.Double", "typeof(byte)", "2", "null", "", "byte"]);

    private static readonly Aspect Parallelism = Aspect.Of(
        ["LossParallelism.Auto", "LossParallelism.None", "(LossParallelism)1", "0", "default", "global::LossGen.LossParallelism.Auto"],
        ["(LossParallelism)2", "(LossParallelism)(-1)", "~LossParallelism.Auto"],
        ["LossParallelism.Four", "Auto", "1", "null", "LossParallelism.", "true", ""]);

    private static readonly Aspect Weighting = Aspect.Of(
        ["WeightingMode.PerClass", "WeightingMode.PerDataPoint", "WeightingMode.PerPrediction", "WeightingMode.PerLocation", "WeightingMode.None", "(WeightingMode)2"],
        ["(WeightingMode)5", "(WeightingMode)(-1)"],
        ["WeightingMode.PerPixel", "PerClass", "1", "null", "WeightingMode.", "true", "WeightNormalization.Local"]);

    private static readonly Aspect WeightingWithoutLabels = Aspect.Of(
        ["WeightingMode.PerLocation", "WeightingMode.None", "(WeightingMode)4"],
        ["WeightingMode.PerClass", "(WeightingMode)5"],
        ["WeightingMode.PerPixel", "1", "null"]);

    private static readonly Aspect Normalize = Aspect.Of(
        ["WeightNormalization.Global", "WeightNormalization.Local", "WeightNormalization.None", "(WeightNormalization)1", "0"],
        ["(WeightNormalization)3", "(WeightNormalization)(-7)"],
        ["true", "WeightNormalization.Sum", "", "WeightingMode.PerClass", "null"]);

    private static readonly Aspect Each = Aspect.Of(["true", "false", "!false", "default", "1 < 2"], ["true ^ false"], ["1", "null", "\"true\"", "", "True"]);

    private static readonly Aspect IgnoreLabel = Aspect.Of(
        ["-100", "255", "0", "Sizes.Third", "-1", "int.MinValue", "'a'", "3 - 1"],
        ["65536", "-2"],
        ["1L", "null", "0.5", "\"-100\"", "uint.MaxValue", "", "LabelType.Byte", "default(int?)"]);

    private static readonly Aspect Denominator = Aspect.Of(
        ["LossDenominator.Kept", "LossDenominator.WeightSum", "LossDenominator.None", "LossDenominator.Locations", "(LossDenominator)1", "0"],
        ["(LossDenominator)4", "(LossDenominator)(-1)", "~LossDenominator.None"],
        ["LossDenominator.Mean", "Kept", "1", "null", "LossReduction.Sum", ""]);

    private static readonly Aspect WhenEmpty = Aspect.Of(
        ["LossWhenEmpty.NaN", "LossWhenEmpty.Throw", "LossWhenEmpty.Zero", "(LossWhenEmpty)2", "default"],
        ["(LossWhenEmpty)3", "(LossWhenEmpty)(-1)"],
        ["LossWhenEmpty.Null", "float.NaN", "1", "null", ""]);

    private static readonly Aspect Outputs = Aspect.Of(
        ["LossOutputs.Predictions", "LossOutputs.Predictions | LossOutputs.Accuracy", "LossOutputs.LogSumExps", "(LossOutputs)7", "LossOutputs.Probabilities", "LossOutputs.None", "(LossOutputs)15", "LossOutputs.Statistics", "LossOutputs.Predictions | LossOutputs.Statistics"],
        ["(LossOutputs)32", "(LossOutputs)(-1)", "~LossOutputs.Predictions"],
        ["LossOutputs.Softmax", "Predictions", "1", "null", "true", ""]);

    private static readonly Aspect Bottoms = Aspect.Of(
        [
            "new[] { \"scores\", \"truth\" }", "[\"x\", \"y\"]", "new string[] { \"_a1\", \"été\" }", "new string[2] { \"предсказание\", \"цель\" }",
            "[\"予測\", \"正解\"]", "[nameof(Sizes), \"y\"]",
            "[\"scale\", \"label\"]", "[\"sum\", \"gradient\"]", "[\"row\", \"location\"]", "[\"value\", \"field\"]", "[\"System\", \"LossGen\"]",
            "[\"samples\", \"weights\"]", "[@\"x\", \"\"\"y\"\"\"]", "[\"\\u0078\", \"y\" + \"1\"]",
            "[\"var\", \"_\"]", "[\"Forward\", \"Backward\"]", "[\"nameof\", \"await\"]", "[\"loss\", \"Loss\"]",
            "[\"normalizedWeights\", \"count\"]", "[\"start\", \"end\"]", "[\"x\", \"yGradient\"]", "[\"é\", \"e\\u0301\"]", "[Sizes.Text, \"y\"]",
            "[\"logits0\", \"logits\"]", "[\"record\", \"partial\"]", "[\"__arglist\", \"y\"]", "[\"x\", \"X\"]", "[\"global\", \"nint\"]", "[\"K\\u0327\", \"ª\"]",
        ],
        [
            "null", "[]", "[\"x\"]", "[\"x\", \"y\", \"z\"]", "[\"x\", \"x\"]", "[\"x\", \"xGradient\"]", "[\"xGradient\", \"x\"]",
            "[\"class\", \"y\"]", "[\"@x\", \"y\"]", "[\"a b\", \"y\"]", "[\"\", \"y\"]", "[null!, \"y\"]",
            "[\"x\\u200D\", \"x\"]", "[\"\\ud800\", \"y\"]", "[\"x\\0\", \"y\"]", "[\"x\\n\", \"y\"]", "[\"1\", \"2\"]", "[\"*/\", \"//\"]",
            "[\"x\", \"{0}\"]", "(string[])null!", "new string[2]", "[\"x\", \"y<T>\"]", "[\"\\\"\", \"y\"]", "[\"😀\", \"y\"]", "[\"this\", \"y\"]",
            "[\"x\", \"y;\"]", "[\"</summary>\", \"&amp;\"]", "new string[0]", "[\"x\", \" y\"]", "[\"\\u2028\", \"y\"]",
        ],
        [
            "\"x\"", "new[] { \"x\", 1 }", "[\"x\", Sizes.Name]", "new object[] { \"x\", \"y\" }", "[\"x, \"y\"]", "", "['x', 'y']", "new[] { }",
            "[\"x\" \"y\"]", "[$\"{Sizes.Name}\", \"y\"]", "[.. new[] { \"x\", \"y\" }]", "new[,] { { \"x\" }, { \"y\" } }", "[\"x\", \"y\"u8]",
        ]);

    private static readonly Aspect Unknown = Aspect.Of(
        [""],
        ["Dim = 1", "Dim = 5", "Dim = int.MinValue"],
        ["Dimensions = null", "Unknown = 1", "TypeId = null", "weight = 1", "Weight", "Weight: 1", "10", ", ", "= 1", "Weight == 1", "Weights = 1"]);

    /// <summary>Some of the properties that this loss has, each as <c>name = value</c>.</summary>
    public static Gen<List<string>> Some(bool hasLabels, Taste taste) =>
        from weight in Maybe("Weight", Weight, 5, taste)
        from element in Maybe("Element", Element, 5, taste)
        from bottoms in Maybe("Bottoms", Bottoms, 4, taste)
        from parallelism in Maybe("Parallelism", Parallelism, 2, taste)
        from label in Maybe("Label", Label, hasLabels ? 4 : 0, taste)
        from weighting in Maybe("Weighting", hasLabels ? Weighting : WeightingWithoutLabels, hasLabels ? 3 : 2, taste)
        from normalize in Maybe("Normalize", Normalize, hasLabels ? 2 : 0, taste)
        from each in Maybe("Each", Each, 1, taste)
        from curvature in Maybe("Curvature", Each, 1, taste)
        from ignored in Maybe("IgnoreLabel", IgnoreLabel, hasLabels ? 3 : 0, taste)
        from denominator in Maybe("Denominator", Denominator, hasLabels ? 3 : 1, taste)
        from whenEmpty in Maybe("WhenEmpty", WhenEmpty, 1, taste)
        from outputs in Maybe("Outputs", Outputs, hasLabels ? 2 : 0, taste)
        from unknown in Unknown.At(taste)
        from isUnknown in Gen.Int[0, 99]
        select new[] { weight, element, bottoms, parallelism, label, weighting, normalize, each, curvature, ignored, denominator, whenEmpty, outputs, isUnknown < taste.Wild ? unknown : "" }
            .OfType<string>().Where(static property => property.Length > 0).ToList();

    // Occasionally even if the loss has no such property.
    private static Gen<string?> Maybe(string name, Aspect value, int outOfTen, Taste taste) => Gen.Frequency<string?>(
        ((10 - outOfTen) * 10, Gen.Const((string?)null)),
        ((outOfTen * 10) + (taste.Broken / 8), value.At(taste).Select(text => (string?)(name + " = " + text))));
}
