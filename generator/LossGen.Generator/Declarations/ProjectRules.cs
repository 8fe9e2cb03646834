using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Declarations;

/// <summary>
/// Checks that the project can compile the generated files: its version of C#, the runtime library that it references, and the aliases of that reference.
/// </summary>
internal static class ProjectRules
{
    // Ref structs that implement interfaces are the newest feature that generated files use; a test compiles them with this version.
    private const LanguageVersion LowestLanguageVersion = LanguageVersion.CSharp13;

    private static readonly Version GeneratorVersion = Comparable(typeof(ProjectRules).Assembly.GetName().Version!);

    public static void Check(AttributeData data, LossAttributeData attribute, Compilation? compilation, ProblemList problems)
    {
        if (attribute.Syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LowestLanguageVersion and var version })
        {
            problems.Add(Descriptors.LanguageVersionTooLow, attribute.Syntax.GetLocation(), version.ToDisplayString(), LowestLanguageVersion.ToDisplayString());
        }

        if (data.AttributeClass?.ContainingAssembly is { } runtime && Comparable(runtime.Identity.Version) is var found && found < GeneratorVersion)
        {
            problems.Add(Descriptors.RuntimeTooOld, attribute.Syntax.GetLocation(), found, GeneratorVersion);
        }

        if (data.AttributeClass?.ContainingAssembly is { } assembly && Aliases(assembly, compilation) is { IsEmpty: false } aliases && !aliases.Contains(MetadataReferenceProperties.GlobalAlias))
        {
            problems.Add(Descriptors.RuntimeUnderAlias, attribute.Syntax.GetLocation(), string.Join("' and '", aliases), MetadataReferenceProperties.GlobalAlias + "," + string.Join(",", aliases));
        }
    }

    /// <summary>Whether generated code, whose names begin with <c>global::</c>, finds the types of an assembly.</summary>
    public static bool IsGlobal(IAssemblySymbol assembly, Compilation compilation) =>
        Aliases(assembly, compilation) is var aliases && (aliases.IsEmpty || aliases.Contains(MetadataReferenceProperties.GlobalAlias));

    // A reference without aliases, which is one under global, has none.
    private static ImmutableArray<string> Aliases(IAssemblySymbol assembly, Compilation? compilation) =>
        compilation?.GetMetadataReference(assembly) is { } reference ? reference.Properties.Aliases : [];

    // The fourth number distinguishes builds of one version.
    private static Version Comparable(Version version) => new(version.Major, version.Minor, version.Build);
}
