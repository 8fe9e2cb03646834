using System.Reflection;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests;

/// <summary>Which part may depend on which: only Declarations, Analyzers and Diagnostics see the compiler, and printing decides nothing.</summary>
public sealed class ArchitectureTests
{
    private const string Compiler = "Microsoft.CodeAnalysis";
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Generator = typeof(LossGenerator).Assembly;

    public static TheoryData<string> NeutralFolders() => ["Model", "Losses", "Kernel", "Lowering", "Accuracy", "Emit"];

    [Theory]
    [MemberData(nameof(NeutralFolders))]
    public void SourcesDoNotMentionTheCompiler(string folder) =>
        Assert.All(Sources(folder), static path => Assert.DoesNotContain(Compiler, File.ReadAllText(path), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(NeutralFolders))]
    public void TypesDoNotUseTheCompiler(string folder) => Assert.Empty(
        TypesOf(folder).SelectMany(static type => Uses(type).Where(static used => used.Assembly.GetName().Name!.StartsWith(Compiler, StringComparison.Ordinal)).Select(used => type + " uses " + used)));

    [Fact]
    public void EmitDoesNotNameLowering() => Assert.All(Sources("Emit"), static path =>
        Assert.DoesNotContain("Lowering", Compilations.Parse(File.ReadAllText(path)).GetRoot(TestContext.Current.CancellationToken).DescendantTokens().Select(static token => token.ValueText)));

    [Fact]
    public void EmitDoesNotUseLowering() => Assert.Empty(
        TypesOf("Emit").SelectMany(static type => Uses(type).Where(static used => used.Namespace?.StartsWith("LossGen.Generator.Lowering", StringComparison.Ordinal) == true).Select(used => type + " uses " + used)));

    /// <summary>Any other reference of the generator would have to be loaded into the compiler with it.</summary>
    [Fact]
    public void GeneratorReferencesOnlyWhatTheCompilerHasLoaded() => Assert.Subset(
        new HashSet<string?> { "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory" },
        Generator.GetReferencedAssemblies().Select(static reference => reference.Name).ToHashSet());

    /// <summary>A compiler older than the one that the generator was built against would not load it.</summary>
    [Fact]
    public void GeneratorIsBuiltAgainstTheOldestSupportedCompiler() => Assert.All(
        Generator.GetReferencedAssemblies().Where(static reference => reference.Name!.StartsWith(Compiler, StringComparison.Ordinal)),
        static reference => Assert.Equal(new Version(5, 0, 0, 0), reference.Version));

    [Fact]
    public void BatchIsTheRuntimesNumber() => Assert.Equal(Shape.Batch, TensorShape.Batch);

    [Fact]
    public void ElementTypesAreTheRuntimesNumbers() => Assert.Equal(
        Enum.GetValues<ElementType>().Select(static type => (type.ToString(), (int)type)),
        Enum.GetValues<ElementKind>().Select(static kind => (kind.ToString(), (int)kind)));

    [Fact]
    public void LabelTypesAreTheRuntimesNumbers() => Assert.Equal(
        Enum.GetValues<LabelType>().Select(static type => (type.ToString(), (int)type)),
        Enum.GetValues<LabelKind>().Select(static kind => (kind.ToString(), (int)kind)));

    [Fact]
    public void ParallelismIsTheRuntimesNumbers() => Assert.Equal(
        Enum.GetValues<LossParallelism>().Select(static parallelism => (parallelism.ToString(), (int)parallelism)),
        Enum.GetValues<ParallelismKind>().Select(static kind => (kind.ToString(), (int)kind)));

    [Fact]
    public void EveryAttributeOfTheRuntimeIsKnown() => Assert.Equal(
        typeof(LossAttribute).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(LossAttribute))).Select(static type => type.FullName).Order(StringComparer.Ordinal),
        Declarations.LossAttributeName.All.Select(static attribute => attribute.MetadataName).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryLossHasAnAttribute() => Assert.Equal(
        Enum.GetValues<LossKind>().Order(),
        Declarations.LossAttributeName.All.Select(static attribute => attribute.Loss).Order());

    private static string[] Sources(string folder)
    {
        string[] paths = Directory.GetFiles(Path.Combine(Repository.Generator, folder), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(paths);
        return paths;
    }

    private static Type[] TypesOf(string folder)
    {
        string name = "LossGen.Generator." + folder;
        Type[] types = [.. Generator.GetTypes().Where(type => type.Namespace == name || type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) == true)];
        Assert.NotEmpty(types);
        return types;
    }

    /// <summary>Every type in the declarations of a type's members and among the locals of their bodies.</summary>
    private static IEnumerable<Type> Uses(Type type)
    {
        MethodBase[] methods = [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];
        IEnumerable<Type?> uses =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(static field => field.FieldType),
            .. methods.OfType<MethodInfo>().Select(static method => method.ReturnType),
            .. methods.SelectMany(static method => method.GetParameters()).Select(static parameter => parameter.ParameterType),
            .. methods.SelectMany(static method => method.GetMethodBody()?.LocalVariables ?? []).Select(static local => local.LocalType),
        ];
        return uses.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        IEnumerable<Type> parts = type.HasElementType ? [type.GetElementType()!] : type.GetGenericArguments().Where(part => part != type);
        return parts.SelectMany(Parts).Prepend(type);
    }
}
