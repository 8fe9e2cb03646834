using System.Text.RegularExpressions;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Drivers;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using LossGen.Generator.Lowering.Mathematics.Softmax;
using LossGen.Generator.Tests.Explain;
using LossGen.Generator.Tests.Support;
using LossGen.Inspection.Tracing;
using LossGen.Tests;
using static LossGen.Tests.GeneratedSections;

namespace LossGen.Generator.Tests;

/// <summary>What the documents show of the compiler is what it does.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void TheArchitecturePageNamesEveryPass() => Match("docs/architecture.md", static name => name switch
    {
        "passes" => Passes(),
        _ => throw new ArgumentException(name),
    });

    /// <summary>The documents for users: what they show of a declaration is what it gives, and what they show of a program is in one.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/first-loss.md")]
    [InlineData("docs/own-losses.md")]
    [InlineData("docs/weights-and-masks.md")]
    [InlineData("docs/several-cores.md")]
    [InlineData("docs/boosting.md")]
    [InlineData("docs/half-precision.md")]
    public void AGuideShowsWhatIsCompiled(string document) => Match(document, static name => name switch
    {
        "members" => CSharp(MembersOf("SoftmaxLoss(Shape.Batch, 10)")),
        "statistics" => CSharp([.. MembersOf("SoftmaxLoss(Shape.Batch, 1000, Outputs = LossOutputs.Statistics)").Where(static member => member.Contains("tatistics(", StringComparison.Ordinal))]),
        "outputs" => CSharp([.. MembersOf("SoftmaxLoss(Shape.Batch, 10, Outputs = LossOutputs.Predictions | LossOutputs.Probabilities)").Where(static member => member.Contains("predictions", StringComparison.Ordinal))]),
        "each" => CSharp([.. MembersOf("SoftmaxLoss(Shape.Batch, 10, Each = true)").Where(static member => member.Contains("Each(", StringComparison.Ordinal))]),
        "curvature" => CSharp([.. MembersOf("BinaryCrossEntropyWithLogitsLoss(Curvature = true)").Where(static member => member.Contains("Curvature(", StringComparison.Ordinal) || member.Contains("DoubleBackward(", StringComparison.Ordinal))]),
        "tensors" => CSharp([.. Members(OfTensors("SoftmaxLoss(Shape.Batch, 10, 4, 4)")).Where(static member => member.Contains("TensorSpan", StringComparison.Ordinal) && member.StartsWith("float ", StringComparison.Ordinal))]),
        "constructor" => CSharp(MembersOf("SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerClass)")[..1]),
        "weighted members" => CSharp(MembersOf("SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerPrediction)")),
        "kernel" => CSharp(Excerpt(GeneratedKernels.WithComment(
            GeneratorTester.Print("using LossGen;\n[SoftmaxLoss(Shape.Batch, 1000)]\npublic sealed partial class ImageLoss;")["ImageLoss.g.cs"],
            "ComputeBlock"))),
        "custom loss" => CSharp(Declaration(Custom("HuberLoss"))),
        "custom members" => CSharp(Members(GeneratorTester.Print(Custom("HuberLoss"))["LossZoo.Custom.HuberLoss.g.cs"])),
        "custom kernel" => CSharp(VectorLoop(GeneratedKernels.WithComment(GeneratorTester.Print(Custom("HuberLoss"))["LossZoo.Custom.HuberLoss.g.cs"], "ComputeBlock"))),
        "loss over classes" => CSharp(Declaration(Custom("OverClasses", "FocalSoftmaxLoss"))),
        "members over classes" => CSharp(Members(GeneratorTester.Print(Custom("OverClasses", "FocalSoftmaxLoss"))["LossZoo.Custom.OverClasses.FocalSoftmaxLoss.g.cs"])),
        "loss along an axis" => CSharp(Declaration(Custom("AlongAxis", "CosineEmbeddingLoss"))),
        "functions along an axis" => CSharp(Declaration(Custom("AlongAxis", "JensenShannonLoss"))),
        "loss with a total" => CSharp(Declaration(Custom("AlongAxis", "ClassWeightedCrossEntropyLoss"))),
        "members with a total" => CSharp(Members(GeneratorTester.Print(Custom("AlongAxis", "ClassWeightedCrossEntropyLoss"))["LossZoo.Custom.AlongAxis.ClassWeightedCrossEntropyLoss.g.cs"])),
        "members along an axis" => CSharp(Members(GeneratorTester.Print(Custom("AlongAxis", "CosineEmbeddingLoss"))["LossZoo.Custom.AlongAxis.CosineEmbeddingLoss.g.cs"])),
        "robust loss" => CSharp(Declaration(Template("LossGen-App1", "RobustLoss"))),
        "squared loss" => CSharp(Declaration(Template("LossGen-App1", "SquaredLoss"))),
        "loop" => CSharp(Method(Template("LossGen-App1", "Line").Split('\n'), "Fit")[1..]),
        "gradient test" => CSharp(Method(Template("LossGen-App1.Tests", "RobustLossTests").Split('\n'), "TheGradientIsTheSlopeOfTheValue")),
        "sums" => CSharp(Between(Sample("Guides", "PartsOfABatch.cs"), "var sums", "return")),
        "half" => CSharp(Between(Sample("Guides", "HalfPrecision.cs"), "// Once", "return")),
        "scaled" => CSharp(Between(Sample("Guides", "HalfPrecision.cs"), "const float Scale", "return")),
        "objective" => CSharp([.. Sample("Boosting", "Objective.cs").Where(static line => line.StartsWith("public delegate", StringComparison.Ordinal))]),
        "tweedie" => CSharp(Declaration(string.Join('\n', Sample("Boosting", "Losses", "TweedieLoss.cs")))),
        "positive" => CSharp(Between(Sample("Boosting", "Booster.cs"), "// A loss that is not convex", "private float BestConstant")),
        _ => throw new ArgumentException(name),
    });

    [Fact]
    public void ThePageOfRulesShowsTheTable() => Match("docs/rules.md", static name => name switch
    {
        "functions" => Rules(RuleBook.Functions),
        "derivatives" => Rules([.. RuleBook.WithDerivatives.Except(RuleBook.Functions)]),
        "limits" => Rules(RuleBook.Limits),
        "classes" => Rules([.. LogSumExpRules.All, .. SoftmaxRules.At(classes: 10, label: Wildcards.G)]),
        _ => throw new ArgumentException(name),
    });

    private static string Rules(IReadOnlyList<Rule> rules) =>
        "| rule | gains |\n|---|---|\n" + string.Join('\n', rules.Select(static rule => $"| {Cell(rule.Text)} | {Cell(Gain(rule))} |"));

    // The inputs for which the rule recovers digits, as values of its letters.
    private static string Gain(Rule rule) => rule.Purpose
        ?? string.Join("; ", rule.Gains.Select(static point => string.Join(", ", point.Zip(["x", "y", "z", "c"], static (value, letter) => FormattableString.Invariant($"{letter} = {value}")))));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    [Fact]
    public void ThePageForTeamsShowsFilesThatAreCompiled() => Match("docs/in-a-team.md", static name => name switch
    {
        "snapshot test" => CSharp(Method(Sample("SnapshotTest", "GeneratedCodeTests.cs"), "TheGeneratedLossIsTheOneThatWasAccepted")),
        "folders" => CSharp([.. Sample("SnapshotTest", "Folders.cs").Where(static line => line.Contains("public static", StringComparison.Ordinal)).Select(static line => line.Trim())]),
        "project" => Xml(Between(Sample("SnapshotTest", "SnapshotTest.csproj"), "<!-- Where", "<PackageReference")),
        "verify" => CSharp(Between(File.ReadAllLines(Path.Combine(Repository.TestProject, "Support", "VerifyEngine.cs")), "[ModuleInitializer]", "}")),
        _ => throw new ArgumentException(name),
    });

    private static string[] Sample(params string[] path) => File.ReadAllLines(Path.Combine([Repository.Root, "samples", .. path]));

    // A file of the program that the template makes, under the name that it has there.
    private static string Template(string project, string file) => File.ReadAllText(Path.Combine(Templates, project, file + ".cs"));

    private static string Templates => Path.Combine(Repository.Root, "templates", "LossGen.Templates", "content", "lossgen");

    // A method of a class in a file-scoped namespace, with its attribute, moved to the margin.
    private static string[] Method(string[] lines, string name)
    {
        int head = Array.FindIndex(lines, line => line.Contains(" " + name + "(", StringComparison.Ordinal));
        int end = Array.FindIndex(lines, head, static line => line == "    }");
        return [.. lines[(head - 1)..(end + 1)].Select(static line => line.Length > 4 ? line[4..] : "")];
    }

    // The lines from the one that contains a text to before the one that contains another, without the group that the latter opens.
    private static string[] Between(string[] lines, string from, string to)
    {
        int first = Array.FindIndex(lines, line => line.Contains(from, StringComparison.Ordinal));
        int last = Array.FindIndex(lines, first, line => line.Contains(to, StringComparison.Ordinal));
        int margin = lines[first].Length - lines[first].TrimStart().Length;
        string[] found = [.. lines[first..last].Select(line => line.Length > margin ? line[margin..] : "").Reverse().SkipWhile(static line => line is "" or "<ItemGroup>").Reverse()];
        return found;
    }

    private static string Xml(string[] lines) => $"```xml\n{string.Join('\n', lines)}\n```";

    // The examples are the sample's own files; the sample's project additionally has ImplicitUsings.
    private static string Custom(params string[] path) => "using System;\n" + File.ReadAllText(Path.Combine([Repository.Root, "samples", "LossZoo", "Custom", .. path]) + ".cs");

    // A declaration without the documentation above it.
    private static string[] Declaration(string source) =>
        [.. source.TrimEnd('\n').Split('\n').SkipWhile(static line => !line.StartsWith('['))];

    private static string Passes() =>
        "| phase | pass | what it does |\n|---|---|---|\n" + string.Join('\n', [
            .. CompilerTrace.Phases.SelectMany(static phase => phase.Passes.Select((pass, index) => PassRow(index == 0 ? $"{phase.Name}: {phase.Summary}" : "", pass.Name, pass.Summary))),
            .. Pipeline.Drivers(new DriverBuilder(null!), sharesAmongThreads: true).Select(static (pass, index) => PassRow(index == 0 ? "Drivers: makes one method of a kernel's versions" : "", pass.Name, pass.Summary)),
        ]);

    private static string PassRow(string phase, string pass, string summary) => $"| {Cell(phase)} | `{pass}` | {Cell(summary)} |";

    /// <summary>The commands that explain a loss, in every document that names one.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/architecture.md")]
    public void EveryCommandThatExplainsALossDoes(string document)
    {
        MatchCollection commands = ExplainCommand().Matches(File.ReadAllText(Path.Combine(Repository.Root, document)));
        Assert.NotEmpty(commands);
        Assert.All(commands, static command => ExplainRun.OutputOf(
            [.. Argument().Matches(command.Groups["arguments"].Value).Select(static argument => argument.Value.Trim('\'')).Select(static argument => argument.EndsWith(".cs", StringComparison.Ordinal) ? Path.Combine(Repository.Root, argument) : argument)]));
    }

    [GeneratedRegex("dotnet run (-c Release )?--project tools/Explain -- (?<arguments>[^`\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ExplainCommand();

    [GeneratedRegex("'[^']*'|[^ ]+")]
    private static partial Regex Argument();

    // The comment, and the loop that computes the exponentials.
    private static string[] Excerpt(string[] block)
    {
        string[] comment = [.. block.TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal))];
        int exponential = Array.FindIndex(block, static line => line.Contains("VectorMath.Exp", StringComparison.Ordinal));
        int from = Array.FindLastIndex(block, exponential, static line => line.TrimStart().StartsWith("for ", StringComparison.Ordinal));
        int indent = block[from].Length - block[from].TrimStart().Length;
        int to = Array.FindIndex(block, exponential, line => line.Length == indent + 1 && line[indent] == '}');
        return [.. comment, "// …", .. block[from..(to + 1)].Select(line => line.Length == 0 ? "" : line[indent..])];
    }

    // The comment, and the loop over single vectors, which does the same as the unrolled one.
    private static string[] VectorLoop(string[] block)
    {
        string[] comment = [.. block.TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal))];
        int from = Array.FindIndex(block, static line => line.Contains("index < vectorEnd", StringComparison.Ordinal));
        int to = Array.FindIndex(block, from, static line => line == "    }");
        return [.. comment, "// …", .. block[from..(to + 1)].Select(static line => line.Length > 4 ? line[4..] : "")];
    }

    private static string[] MembersOf(string declaration) => Members(GeneratorTester.Print(Declared(declaration))["DigitLoss.g.cs"]);

    // The file in a project that references System.Numerics.Tensors.
    private static string OfTensors(string declaration) => GeneratorTester.Print(Compilations.Create(Compilations.Parse(Declared(declaration))).AddReferences(Compilations.Tensors))["DigitLoss.g.cs"];

    private static string Declared(string declaration) => $"using LossGen;\n[{declaration}]\npublic sealed partial class DigitLoss;";

    // The signatures of the public members, without the keywords that go without saying.
    private static string[] Members(string file) =>
    [
        .. file.Split('\n')
            .TakeWhile(static line => line != "namespace LossGen.Generated")
            .Select(static line => line.Trim())
            .Where(static line => line.StartsWith("public ", StringComparison.Ordinal))
            .Select(static line => line["public ".Length..].Split(" =>")[0].Replace("global::System.Numerics.Tensors.", "", StringComparison.Ordinal).Replace("global::System.", "", StringComparison.Ordinal).Replace("global::LossGen.", "", StringComparison.Ordinal)),
    ];
}
