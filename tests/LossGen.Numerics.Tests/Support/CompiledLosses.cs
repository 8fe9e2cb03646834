using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using LossGen.Generator;
using LossGen.Generator.Emit;
using LossGen.Generator.Losses;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Numerics.Tests.Support;

/// <summary>
/// Compiles declarations in memory, through the generator and the C# compiler, and loads the result: the very kernels
/// that a user's build would contain and this machine would run.
/// </summary>
internal sealed class CompiledLosses
{
    private const string FactoryClass = "WeightedLosses";

    // The generator's tests check that generated files are free of nullable warnings; the analysis takes a third of a compilation and changes no instruction.
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14)
        .WithDocumentationMode(DocumentationMode.None)
        .WithFeatures([new("run-nullable-analysis", "never")]);

    // The same objects for every compilation, so that it reuses the symbols that an earlier one has read from them.
    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        .. new[] { typeof(SoftmaxLossAttribute), typeof(TensorPrimitives) }.Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    private readonly Assembly assembly;

    private CompiledLosses(byte[] image)
    {
        Image = image;
        using MemoryStream stream = new(image);
        assembly = new AssemblyLoadContext("losses", isCollectible: false).LoadFromStream(stream);
    }

    /// <summary>The assembly, as the bytes of a file.</summary>
    public byte[] Image { get; }

    /// <summary>Compiles one class per declaration, named by its key: <c>["L3"] = "[SoftmaxLoss(Shape.Batch, 3)]"</c>.</summary>
    /// <param name="attributes">The attribute of each class.</param>
    /// <param name="constructors">The element type of the weights, for each class whose constructor takes some: <c>["L3"] = "float"</c>.</param>
    public static CompiledLosses Compile(IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, string>? constructors = null)
    {
        return CompileSources(["using LossGen;\n"
            + string.Concat(attributes.Select(static pair => $"{pair.Value} public sealed partial class {pair.Key};\n"))
            + Factories(constructors ?? new Dictionary<string, string>())]);
    }

    /// <summary>Compiles files that declare losses, as they are.</summary>
    /// <param name="sources">The files' texts.</param>
    /// <param name="kind">
    /// A library, or a program, which one of the files must then be: processes with other settings run it too, so it has the kernels for every machine.
    /// </param>
    /// <param name="takesTensors">Whether the losses have overloads that take tensors: as many members again, which most tests do not call.</param>
    public static CompiledLosses CompileSources(IEnumerable<string> sources, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, bool takesTensors = false)
    {
        var generator = new LossGenerator(spec =>
        {
            LossSpec called = spec with { TakesTensors = takesTensors };
            return kind == OutputKind.DynamicallyLinkedLibrary ? OneWidth.Print(called, OneWidth.ThisMachine) : LossFilePrinter.Print(LossGenerator.Compiler.Compile(called));
        });
        CSharpCompilation compilation = CompilationOf(sources, kind);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            throw new InvalidOperationException("The generator failed.", exception);
        }

        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = output.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        }

        return new CompiledLosses(image.ToArray());
    }

    /// <summary>Files that declare losses as a compilation, before the generator runs.</summary>
    public static CSharpCompilation CompilationOf(IEnumerable<string> sources, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) => CSharpCompilation.Create(
        "Compiled" + Guid.NewGuid().ToString("N"),
        sources.Select(static source => CSharpSyntaxTree.ParseText(source, Parsing)),
        References,

        // Test classes already compile in parallel: threads inside a compilation would wait for each other's tokens.
        new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    public static object CompileOne(string attribute) => Compile(new Dictionary<string, string> { ["Loss"] = attribute }).Instance("Loss");

    public object Instance(string name) => Activator.CreateInstance(Type(name))!;

    /// <summary>A static method of a class, as a delegate.</summary>
    public TDelegate Method<TDelegate>(string type, string name)
        where TDelegate : Delegate => Type(type).GetMethod(name)!.CreateDelegate<TDelegate>();

    public Type Type(string name) => assembly.GetType(name, throwOnError: true)!;

    /// <summary>An instance of a class whose constructor takes weights, as an array of its element type.</summary>
    public object Instance(string name, Array weights) =>
        Type(FactoryClass).GetMethod(name)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [weights], null)!;

    // Reflection cannot pass a span; compiled code can.
    private static string Factories(IReadOnlyDictionary<string, string> constructors) =>
        $"public static class {FactoryClass} {{ {string.Concat(constructors.Select(static pair => $"public static object {pair.Key}({pair.Value}[] weights) => new global::{pair.Key}(weights);\n"))} }}";
}
