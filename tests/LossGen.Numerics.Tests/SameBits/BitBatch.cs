using Basic.Reference.Assemblies;
using LossGen.Generator.Declarations;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Building;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Numerics.Tests.Parallelism;
using LossGen.Numerics.Tests.SameBits.Harness;
using LossGen.Numerics.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>The outcome of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Failure">What differed or did not compile; null if nothing did.</param>
internal sealed record BitOutcome(BitCase Case, string? Failure);

/// <summary>
/// Compiles cases together and runs them: in this process on one thread and on two, and in others that have other settings, by default one without vectors of 512 bits.
/// </summary>
internal static class BitBatch
{
    private const int CasesInOne = 100;
    private const int MostNodesOfDerivatives = 5000;
    private const string WithoutWideVectors = "EnableAVX512";

    private static readonly string[] Harness =
    [
        "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Linq;\nglobal using LossGen;\nglobal using LossGen.Numerics.Tests.SameBits.Harness;\n",
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "SameBits", "Harness"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];

    /// <summary>The vectors of this process and of the other.</summary>
    public static string Widths => $"vectors of {BitRun.Vectors} bits and of 256";

    /// <summary>Runs all cases, in order.</summary>
    public static IReadOnlyList<BitOutcome> RunAll(IReadOnlyList<BitCase> cases) => RunAll(cases, [WithoutWideVectors]);

    /// <summary>Likewise, where each of the other processes has a setting disabled.</summary>
    public static IReadOnlyList<BitOutcome> RunAll(IReadOnlyList<BitCase> cases, string[] disabled) => [.. cases.Chunk(CasesInOne).SelectMany(batch => Run(batch, disabled))];

    private static IReadOnlyList<BitOutcome> Run(BitCase[] cases, string[] disabled)
    {
        CompiledLosses program;
        try
        {
            program = CompiledLosses.CompileSources([.. Harness, .. cases.Select(static (one, index) => one.Source(Loss(index))), Program(cases)], OutputKind.ConsoleApplication);
        }
        catch (InvalidOperationException) when (cases.Length > 1)
        {
            // Something does not compile: bisected until it is alone.
            int middle = cases.Length / 2;
            return [.. Run(cases[..middle], disabled), .. Run(cases[middle..], disabled)];
        }
        catch (InvalidOperationException) when (IsTooLarge(cases[0]))
        {
            return [new BitOutcome(cases[0], null)];
        }
        catch (InvalidOperationException exception)
        {
            return [new BitOutcome(cases[0], $"does not compile: {exception.Message} {exception.InnerException?.Message.Split('\n')[0]}")];
        }

        Task<(string Setting, string[] Lines)[]> others = Task.Run(() => disabled.Select(setting => (setting, BitProcess.Run(program, setting))).ToArray());
        string[] one = OnThreads(1, program);
        string[] two = OnThreads(2, program);
        return [.. cases.Select((each, i) => new BitOutcome(each, Failure(one[i], two[i], others.Result.Select(other => (other.Setting, other.Lines[i + 1])))))];
    }

    // Random trees may exceed the size limit of a formula; such a loss has no members. Near the limit, derivatives over classes may take minutes to lower.
    private static bool IsTooLarge(BitCase one)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "One",
            [CSharpSyntaxTree.ParseText(Harness[0] + one.Source(Loss(0)))],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ClassAxisLossAttribute).Assembly.Location)]);
        ParsedLoss parsed = LossParser.Parse(compilation.GetTypeByMetadataName(Loss(0))!, compilation.GetSemanticModel(compilation.SyntaxTrees[0]), TestContext.Current.CancellationToken);
        return parsed.Problems.Any(static problem => problem.Id == Descriptors.FormulaTooLarge.Id) || (parsed.Spec is { } spec && CountNodes(spec) > MostNodesOfDerivatives);
    }

    private static int CountNodes(LossSpec spec)
    {
        LossKernel start = KernelBuilder.Build(spec, new KernelOutputs(Value: true, LossTensors.Of(spec).Gradients.Count, AreOptional: true), "Size");
        LossKernel derived = new Pipeline(Dialect.IsPrintable).Stages(start).First(static stage => stage.Pass == nameof(Differentiate)).Kernel;
        return derived.Body.AllExpressions().Sum(static expr => expr.PostOrder().Count);
    }

    // A line is the hash of the bits, then what is wrong; after an exception it is only the latter.
    private static string? Failure(string one, string two, IEnumerable<(string Setting, string Line)> others) =>
        one.Contains(' ', StringComparison.Ordinal) ? one[(one.IndexOf(' ', StringComparison.Ordinal) + 1)..]
        : one != two ? $"one thread gives {one}, two give {two}"
        : others.Where(other => other.Line != one).Select(other => $"vectors of {BitRun.Vectors} bits give {one}, and {other.Line} with DOTNET_{other.Setting}=0").FirstOrDefault();

    private static string[] OnThreads(int threads, CompiledLosses program) => Threads.With(threads, program.Method<Func<string[]>>("Program", "Lines"));

    private static string Program(BitCase[] cases) => $$"""
        public static class Program
        {
            public static string[] Lines() => BitRun.All([{{string.Join(", ", cases.Select(static (_, index) => Method(index)))}}]);

            public static void Main()
            {
                Console.WriteLine(BitRun.Vectors);
                foreach (string line in Lines())
                {
                    Console.WriteLine(line);
                }
            }

        {{string.Concat(cases.Select(static (one, index) => one.Calls(Loss(index), Method(index))))}}
        }
        """;

    private static string Loss(int index) => FormattableString.Invariant($"Loss{index}");

    private static string Method(int index) => FormattableString.Invariant($"Case{index}");
}
