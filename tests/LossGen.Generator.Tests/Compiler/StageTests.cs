using System.Text;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Building;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>One loss after every pass, and as printed, statement by statement.</summary>
public sealed class StageTests
{
    private static readonly LossSpec Example = new(
        BuiltInLoss.Of(LossKind.Softmax),
        new LossType("", EquatableArray.Of(new TypeDeclaration("class", "ExampleLoss")), "ExampleLoss"),
        new TensorShape(EquatableArray.Of(TensorShape.Batch, 20), ClassAxis: 1),
        ElementKind.Single,
        Weight: 1.0,
        BuiltInLoss.Of(LossKind.Softmax).Inputs("logits", "labels"));

    [Fact]
    public void EveryStageIsTheOneThatWasAccepted() => GeneratedSections.Match("tests/LossGen.Generator.Tests/Snapshots/StageTests.md", static name => name switch
    {
        "passes" => Passes(),
        "kernel" => Printed(),
        _ => throw new ArgumentException(name),
    });

    private static string Passes()
    {
        LossKernel kernel = KernelBuilder.Build(Example, new KernelOutputs(true, 1), "Compute") with { Request = new KernelRequest(IsShared: true) };
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

    private static string Printed() =>
        GeneratedSections.CSharp(GeneratedKernels.WithComment(LossFilePrinter.Print(new LossCompiler(Dialect.IsPrintable).Compile(Example)), "ComputeBlock"));
}
