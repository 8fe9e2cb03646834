using System.Text;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Building;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Softmax;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests;

/// <summary>What documents show of the compiler is what the compiler does.</summary>
public sealed class DocumentTests
{
    private static readonly LossSpec Example = new(
        BuiltInLoss.Of(LossKind.Softmax),
        new LossType("", EquatableArray.Of(new TypeDeclaration("class", "ExampleLoss")), "ExampleLoss"),
        new TensorShape(EquatableArray.Of(TensorShape.Batch, 20), ClassAxis: 1),
        ElementKind.Single,
        Weight: 1.0,
        EquatableArray.Of("logits", "labels"));

    [Fact]
    public void TheArchitecturePageShowsEveryStageAsItIs() => GeneratedSections.Match("docs/architecture.md", static name => name switch
    {
        "passes" => Passes(),
        "kernel" => CSharp(Block(LossFilePrinter.Print(new LossCompiler(Dialect.IsPrintable).Compile(Example)), "ForwardBackwardBlock")),
        _ => throw new ArgumentException(name),
    });

    [Fact]
    public void TheReadmeShowsWhatItsDeclarationsGive() => GeneratedSections.Match("README.md", static name => name switch
    {
        "members" => CSharp(MembersOf("SoftmaxLoss(Shape.Batch, 10)")),
        "constructor" => CSharp(MembersOf("SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerClass)")[..1]),
        "weighted members" => CSharp(MembersOf("SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerPrediction)")),
        "kernel" => CSharp(Excerpt(Block(
            GeneratorTester.Generate("using LossGen;\n[SoftmaxLoss(Shape.Batch, 1000)]\npublic sealed partial class ImageLoss;")["ImageLoss.g.cs"],
            "ForwardBackwardBlock"))),
        "written loss" => CSharp(Declaration(Written("HuberLoss"))),
        "written members" => CSharp(Members(GeneratorTester.Generate(Written("HuberLoss"))["LossZoo.Written.HuberLoss.g.cs"])),
        "written kernel" => CSharp(VectorLoop(Block(GeneratorTester.Generate(Written("HuberLoss"))["LossZoo.Written.HuberLoss.g.cs"], "ForwardBackwardBlock"))),
        "loss over classes" => CSharp(Declaration(Written("OverClasses", "FocalSoftmaxLoss"))),
        "members over classes" => CSharp(Members(GeneratorTester.Generate(Written("OverClasses", "FocalSoftmaxLoss"))["LossZoo.Written.OverClasses.FocalSoftmaxLoss.g.cs"])),
        _ => throw new ArgumentException(name),
    });

    [Fact]
    public void ThePageOfRulesShowsTheTable() => GeneratedSections.Match("docs/rules.md", static name => name switch
    {
        "functions" => Rules(RuleBook.Functions),
        "derivatives" => Rules([.. RuleBook.WithDerivatives.Except(RuleBook.Functions)]),
        "limits" => Rules(RuleBook.Limits),
        "classes" => Rules(SoftmaxRules.At(classes: 10, hasLabel: true)),
        _ => throw new ArgumentException(name),
    });

    private static string Rules(IReadOnlyList<Rule> rules) =>
        "| rule | gains |\n|---|---|\n" + string.Join('\n', rules.Select(static rule => $"| {Cell(rule.Text)} | {Cell(Gain(rule))} |"));

    // Where digits come back, by the values of the rule's letters.
    private static string Gain(Rule rule) => rule.Purpose
        ?? string.Join("; ", rule.Gains.Select(static point => string.Join(", ", point.Zip(["x", "y", "z", "c"], static (value, letter) => FormattableString.Invariant($"{letter} = {value}")))));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    [Fact]
    public void ThePageForTeamsShowsFilesThatAreCompiled() => GeneratedSections.Match("docs/in-a-team.md", static name => name switch
    {
        "snapshot test" => CSharp(Method(Sample("GeneratedCodeTests.cs"), "TheGeneratedLossIsTheOneThatWasAccepted")),
        "folders" => CSharp([.. Sample("Folders.cs").Where(static line => line.Contains("public static", StringComparison.Ordinal)).Select(static line => line.Trim())]),
        "project" => Xml(Between(Sample("SnapshotTest.csproj"), "<!-- Where", "<PackageReference")),
        "verify" => CSharp(Between(File.ReadAllLines(Path.Combine(Repository.TestProject, "Support", "VerifyEngine.cs")), "[ModuleInitializer]", "}")),
        _ => throw new ArgumentException(name),
    });

    private static string[] Sample(string file) => File.ReadAllLines(Path.Combine(Repository.Root, "samples", "SnapshotTest", file));

    // A method of a class in a file-scoped namespace, with its attribute, moved to the margin.
    private static string[] Method(string[] lines, string name)
    {
        int head = Array.FindIndex(lines, line => line.Contains(" " + name + "(", StringComparison.Ordinal));
        int end = Array.FindIndex(lines, head, static line => line == "    }");
        return [.. lines[(head - 1)..(end + 1)].Select(static line => line.Length > 4 ? line[4..] : "")];
    }

    // The lines from the one that holds a text to the one before that which holds another, without the group that this one opens.
    private static string[] Between(string[] lines, string from, string to)
    {
        int first = Array.FindIndex(lines, line => line.Contains(from, StringComparison.Ordinal));
        int last = Array.FindIndex(lines, first, line => line.Contains(to, StringComparison.Ordinal));
        int margin = lines[first].Length - lines[first].TrimStart().Length;
        string[] found = [.. lines[first..last].Select(line => line.Length > margin ? line[margin..] : "").Reverse().SkipWhile(static line => line is "" or "<ItemGroup>").Reverse()];
        return found;
    }

    private static string Xml(string[] lines) => $"```xml\n{string.Join('\n', lines)}\n```";

    // The examples are the sample's own files; what the sample's project has besides is ImplicitUsings.
    private static string Written(params string[] path) => "using System;\n" + File.ReadAllText(Path.Combine([Repository.Root, "samples", "LossZoo", "Written", .. path]) + ".cs");

    // A declaration without the documentation above it.
    private static string[] Declaration(string source) =>
        [.. source.TrimEnd('\n').Split('\n').SkipWhile(static line => !line.StartsWith('['))];

    private static string Passes()
    {
        LossKernel kernel = KernelBuilder.Build(Example, new KernelOutputs(true, 1), "ForwardBackward");
        Pipeline pipeline = new(Dialect.IsPrintable);
        StringBuilder text = new($"The start: the formula and its derivative, stated.\n\n```\n{kernel}```\n");
        foreach ((Pass pass, (_, LossKernel next)) in pipeline.Passes.Zip(pipeline.Stages(kernel)))
        {
            bool isSame = next.ToString() == kernel.ToString();
            text.Append($"\n**{pass.Name}** {pass.Summary}{(isSame ? "; no statement of this kernel changes." : $":\n\n```\n{next}```")}\n");
            kernel = next;
        }

        return text.ToString();
    }

    // A method with the comment above it, moved to the margin.
    private static string[] Block(string file, string method)
    {
        string[] lines = file.Split('\n');
        int head = Array.FindIndex(lines, line => line.Contains("private static", StringComparison.Ordinal) && (line.Contains($" {method}(", StringComparison.Ordinal) || line.Contains($" {method}<", StringComparison.Ordinal)));
        int first = head;
        while (lines[first - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
        {
            first--;
        }

        int last = Array.FindIndex(lines, head, static line => line == "        }");
        return [.. lines[first..(last + 1)].Select(static line => line.Length > 8 ? line[8..] : "")];
    }

    // The comment, and the loop that computes the exponentials.
    private static string[] Excerpt(string[] block)
    {
        string[] comment = [.. block.TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal))];
        int exponential = Array.FindIndex(block, static line => line.Contains("VectorMath.Exp", StringComparison.Ordinal));
        int from = Array.FindLastIndex(block, exponential, static line => line.TrimStart().StartsWith("for ", StringComparison.Ordinal));
        int to = Array.FindIndex(block, exponential, static line => line.Trim() == "}");
        return [.. comment, "// …", .. block[from..(to + 1)].Select(static line => line[8..])];
    }

    // The comment, and the loop over single vectors, which does what the one over several at a time does.
    private static string[] VectorLoop(string[] block)
    {
        string[] comment = [.. block.TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal))];
        int from = Array.FindIndex(block, static line => line.Contains("index < vectorEnd", StringComparison.Ordinal));
        int to = Array.FindIndex(block, from, static line => line == "    }");
        return [.. comment, "// …", .. block[from..(to + 1)].Select(static line => line[4..])];
    }

    private static string[] MembersOf(string declaration) => Members(GeneratorTester.Generate($"using LossGen;\n[{declaration}]\npublic sealed partial class DigitLoss;")["DigitLoss.g.cs"]);

    // The heads of the public members, without the words that any reader of C# adds.
    private static string[] Members(string file) =>
    [
        .. file.Split('\n')
            .TakeWhile(static line => line != "namespace LossGen.Generated")
            .Select(static line => line.Trim())
            .Where(static line => line.StartsWith("public ", StringComparison.Ordinal))
            .Select(static line => line["public ".Length..].Replace("global::System.", "", StringComparison.Ordinal)),
    ];

    private static string CSharp(string[] lines) => $"```csharp\n{string.Join('\n', lines)}\n```";
}
