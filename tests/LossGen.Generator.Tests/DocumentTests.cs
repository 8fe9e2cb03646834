using System.Text;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests;

/// <summary>What documents show of the compiler is what the compiler does.</summary>
public sealed class DocumentTests
{
    private static readonly LossSpec Example = new(
        LossKind.Softmax,
        new LossType("", EquatableArray.Of(new TypeDeclaration("class", "ExampleLoss")), "ExampleLoss"),
        new TensorShape(EquatableArray.Of(TensorShape.Batch, 20), ClassAxis: 1),
        ElementKind.Single,
        Weight: 1.0,
        new BottomNames("logits", "labels"));

    [Fact]
    public void TheArchitecturePageShowsEveryStageAsItIs() => GeneratedSections.Match("docs/architecture.md", static name => name switch
    {
        "passes" => Passes(),
        "kernel" => CSharp(Block(LossFilePrinter.Print(new LossCompiler(Dialect.IsPrintable).Compile(Example)), "ForwardBackwardBlock")),
        _ => throw new ArgumentException(name),
    });

    [Fact]
    public void TheReadmeShowsTheKernelThatItsDeclarationGives() => GeneratedSections.Match("README.md", static name => name switch
    {
        "kernel" => CSharp(Excerpt(Block(
            GeneratorTester.Generate("using LossGen;\n[SoftmaxLoss(Shape.Batch, 1000)]\npublic sealed partial class ImageLoss;")["ImageLoss.g.cs"],
            "ForwardBackwardBlock"))),
        _ => throw new ArgumentException(name),
    });

    private static string Passes()
    {
        LossKernel kernel = KernelBuilder.Build(Example, new KernelOutputs(true, true, false), "ForwardBackward");
        StringBuilder text = new($"The start: the formula and its derivative, stated.\n\n```\n{kernel}```\n");
        List<string> unchanged = [];
        foreach ((string pass, LossKernel next) in new Pipeline(Dialect.IsPrintable).Stages(kernel))
        {
            if (next.ToString() == kernel.ToString())
            {
                unchanged.Add(pass);
            }
            else
            {
                text.Append(unchanged.Count > 0 ? $"\n`{string.Join("`, `", unchanged)}`: nothing to print here.\n" : "");
                text.Append($"\n`{pass}`\n\n```\n{next}```\n");
                unchanged.Clear();
            }

            kernel = next;
        }

        return text.Append(unchanged.Count > 0 ? $"\n`{string.Join("`, `", unchanged)}`: nothing to print here.\n" : "").ToString();
    }

    // A method with the comment above it, moved to the margin.
    private static string[] Block(string file, string method)
    {
        string[] lines = file.Split('\n');
        int head = Array.FindIndex(lines, line => line.Contains($" {method}(", StringComparison.Ordinal) && line.Contains("private static", StringComparison.Ordinal));
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

    private static string CSharp(string[] lines) => $"```csharp\n{string.Join('\n', lines)}\n```";
}
