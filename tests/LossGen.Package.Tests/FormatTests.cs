using LossGen.Package.Tests.Support;

namespace LossGen.Package.Tests;

/// <summary>
/// What <c>dotnet format</c> does to a project that references the package: it removes unused members, but no formula, and applies the fixes that leave no
/// choice. Whatever the author has to choose stays as written.
/// </summary>
public sealed class FormatTests(Sandbox sandbox)
{
    private const string Settings =
        """
        root = true

        [*.cs]
        dotnet_diagnostic.IDE0051.severity = warning
        dotnet_diagnostic.IDE0052.severity = warning
        dotnet_diagnostic.IDE0060.severity = warning
        dotnet_diagnostic.CA1823.severity = warning

        """;

    private const string Forgotten = "\n    private static float Forgotten(float x) => x * x;\n";

    private const string Written =
        """
        using LossGen;

        namespace Consumer;

        [ElementwiseLoss]
        public sealed partial class HuberLoss
        {
            private const float Half = 0.5f;

            [Formula]
            private static float Value(float prediction, float target, [Parameter(Minimum = 0)] float delta = 1) => Square(prediction - target) * Half;

            private static float Square(float x) => x * x;

        """ + Forgotten + "}\n";

    private const string Choices =
        """
        using LossGen;

        namespace Consumer;

        [SoftmaxLoss(32, 10)]
        public sealed partial class BatchOrDimension;

        [SoftmaxLoss(Shape.Batch, 10, 4, Dim = 4)]
        public sealed partial class OneAxisOrTheOther;

        [SoftmaxLoss(64, Shape.Batch, 10)]
        public sealed partial class BeforeOrAfter;

        [SquareLoss(Bottoms = ["x", "class"])]
        public sealed partial class Name;

        [SoftmaxLoss(Shape.Batch, 3, Weights = [1, 2, 3])]
        public sealed partial class WeightsOrWeighting;

        [SoftmaxLoss(Shape.Batch, 3, Normalize = WeightNormalization.Global)]
        public sealed partial class NormalizeOrWeighting;

        [HingeLoss]
        public sealed partial class Margin
        {
            public float OfZeroAndOne() => Forward([1, 2], [0, 1]);
        }

        """;

    private const string NotPartial = "using LossGen;\n\nnamespace Consumer;\n\n[SquareLoss]\npublic sealed class Distance;\n";

    [Fact]
    public async Task FormulasAndChoicesAreTheUsers()
    {
        ConsumerProject project = sandbox.Add("Formatted", "<OutputType>Library</OutputType>")
            .With(".editorconfig", Settings)
            .With("Written.cs", Written)
            .With("Choices.cs", Choices)
            .With("NotPartial.cs", NotPartial);

        (await project.FormatAsync()).RequireSuccess();

        // The lines that do change show that the rule and the fixes run at all.
        Assert.Equal(Written.Replace(Forgotten, "", StringComparison.Ordinal), project.Read("Written.cs"));
        Assert.Equal(Choices, project.Read("Choices.cs"));
        Assert.Equal(NotPartial.Replace("sealed class", "sealed partial class", StringComparison.Ordinal), project.Read("NotPartial.cs"));
    }
}
