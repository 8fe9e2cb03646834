using System.Collections.Immutable;
using LossGen.Generator.Emit;
using LossGen.Generator.Losses;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests;

/// <summary>A project may have types, namespaces, members and aliases with the names that generated code uses, and the code means the same as without them.</summary>
public sealed class SurroundingNamesTests
{
    // What kernels use of this namespace, it has.
    private const string OfKernels = "LossGen.CompilerServices.";

    private static readonly string[] Names =
    [
        .. KernelClassPrinter.Aliased.Select(static name => name[(name.LastIndexOf('.') + 1)..]),
        "Math", "MathF", "Span", "ReadOnlySpan", "LossGuard", "LossWeights", "LossAttribute", "ILoss", "GeneratedCode", "GeneratedCodeAttribute", "ExcludeFromCodeCoverage", "ArgumentException", "Runtime", "Intrinsics",
        "CompilerServices", "Generated", "Numerics", "WeightNormalization", "Tiles", "TilesKernels", "ElementsKernels",
    ];

    public static TheoryData<string> Surroundings =>
    [
        "namespace Other { " + All("class") + " }",
        "namespace LossGen { " + All("class", except: ["ILoss", "LossAttribute", "WeightNormalization", "Generated", "CompilerServices", "VectorMath", "Numerics"]) + " }",
        "namespace LossGen { " + All("struct", "<T>", except: ["ILoss"]) + " }",
        "namespace System { " + All("class", except: ["Math", "MathF", "Span", "ReadOnlySpan", "ArgumentException", "Runtime", "Numerics"]) + " }",
        "namespace System { struct Vector256<T>; struct Vector512<T>; } namespace System.Runtime.Intrinsics { struct Span<T>; struct ReadOnlySpan<T>; }",
        "namespace System { static class Math; class Half; }",
        "namespace System.Runtime.Intrinsics { " + All("class", except: ["Vector256", "Vector512"]) + " }",
        "namespace System.Runtime.CompilerServices { " + All("class", except: ["Unsafe"]) + " }",
        "namespace LossGen.CompilerServices { " + All("class", except: [.. KernelClassPrinter.Aliased.Where(static name => name.StartsWith(OfKernels, StringComparison.Ordinal)).Select(static name => name[OfKernels.Length..]), "LossGuard", "LossWeights"]) + " }",
        "namespace System.Runtime.Intrinsics { static class Extensions { " + Extensions + " } }",
        "static class Extensions { " + Extensions + " }",
        "namespace LossGen { static class Extensions { " + Extensions + " } }",
        "namespace System.CodeDom.Compiler { class GeneratedCodeAttribute(string tool, string version) : global::System.Attribute { public string All => tool + version; } }",
        "namespace Samples.LossGen { " + All("class") + " } namespace Samples.System { " + All("class") + " } namespace Samples.Numerics { " + All("class") + " }",
        "namespace Samples { " + All("class", except: ["Tiles"]) + " }",
        "namespace Samples { class System; class LossGen; class global; }",
        All("class"),
        All("struct", "<T>"),
        All("namespace"),
    ];

    [Theory]
    [MemberData(nameof(Surroundings))]
    public void OtherTypesAndNamespacesChangeNothing(string surroundings) => Check("", surroundings);

    [Fact]
    public void GlobalAliasesChangeNothing()
    {
        Check(string.Concat(Names.Select(static name => $"global using {name} = global::System.Int32;\n")), "");
        Check(string.Concat(Names.Concat(["System", "LossGen"]).Select(static name => $"using {name} = global::System.Int32;\n")), "");
        Check("global using Other;\nglobal using static Other.Holder;\n", "namespace Other { " + All("class") + " public class Holder { " + All("public class") + " } }");
    }

    [Fact]
    public void MembersOfTheClassAndOfThoseAroundItChangeNothing()
    {
        string[] ofKernels = ["Tiles"];
        Check("", "namespace Samples { partial class Tiles { " + All("class", except: ofKernels) + " } }");
        Check("", "namespace Samples { partial class Tiles { " + string.Concat(Names.Except(ofKernels).Select(static name => $"int {name} = 1;")) + " int System = 1, LossGen = 2, global = 3; } }");
        Check("", "namespace Samples { partial class Elements : Base; public class Base { " + All("protected class") + " protected int System, LossGen; } }");
        Check("", "namespace Samples { partial class Outer<Vector256, System, LossGen> { " + All("class", except: ["Vector256"]) + " [global::LossGen.SoftmaxLoss(global::LossGen.Shape.Batch, 10)] partial class Inner; } }", files: 8);
    }

    private static string Extensions =>
        "public static void StoreUnsafe<T>(this global::System.Runtime.Intrinsics.Vector256<T> x, ref T y, nuint z) { } public static void StoreUnsafe<T>(this global::System.Runtime.Intrinsics.Vector512<T> x, ref T y, nuint z) { }"
        + " public static int AsSingle<T>(this global::System.Runtime.Intrinsics.Vector256<T> x) => 1; public static int AsDouble<T>(this global::System.Runtime.Intrinsics.Vector512<T> x) => 1; public static int Add(this LossGen.CompilerServices.BlockSum x, double y) => 1;";

    private static string All(string kind, string suffix = "", params string[] except) =>
        string.Concat(Names.Except(except).Select(name => kind == "namespace" ? $"namespace {name} {{ class Other; }} " : $"{kind} {name}{suffix}{(kind == "struct" ? " { }" : ";")} "));

    // Generated with these surroundings, without an error anywhere, and the same as without them. The kernels of both widths name
    // the same things, and those of one loss much the same as those of another: in an ordinary run half of the losses have kernels, the others the next day.
    private static void Check(string usings, string surroundings, int files = 7)
    {
        SyntaxTree[] inputs =
        [
            Compilations.Parse("namespace Samples { " + ProjectSettingsTests.Losses.Replace("LossGen.", "global::LossGen.", StringComparison.Ordinal) + " }", Compilations.WithoutNullableAnalysis, "Losses.cs"),
            Compilations.Parse(usings + surroundings, Compilations.WithoutNullableAnalysis, "Others.cs"),
        ];
        CSharpCompilation compilation = Compilations.Create(inputs);
        GeneratorDriver driver = GeneratorTester.Run(compilation, new LossGenerator(Print));
        string Print(LossSpec spec) =>
            RandomRun.IsDeep ? PrintedLosses.Text(spec)
            : RandomRun.IsTried(spec.Type.HintName.Length + surroundings.Length) ? PrintedLosses.TextOf(spec, OneWidth.OfTheDay)
            : PrintedLosses.WithoutKernels(spec);
        Assert.Equal(files, GeneratorTester.Files(driver).Length);
        ImmutableArray<Diagnostic> complaints = Compilations.Complaints(compilation.AddSyntaxTrees(GeneratorTester.WithWarnings(driver.GetRunResult().GeneratedTrees)), inputs);
        Assert.Empty(complaints.Where(complaint => complaint.Severity == DiagnosticSeverity.Error || !inputs.Contains(complaint.Location.SourceTree)));

        GeneratorDriver alone = GeneratorTester.Run(Compilations.Create(inputs[0]), new LossGenerator(Print));
        Assert.Equal(
            GeneratorTester.Files(alone).Select(static file => file.SourceText.ToString()),
            GeneratorTester.Files(driver).Where(static file => !file.HintName.Contains('+', StringComparison.Ordinal)).Select(static file => file.SourceText.ToString()));
    }
}
