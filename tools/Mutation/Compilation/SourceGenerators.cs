using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Mutation.Compilation;

/// <summary>Runs the generators that the build runs, once: what they write does not depend on the places that are changed.</summary>
internal static class SourceGenerators
{
    public static CSharpCompilation Run(CSharpCompilation compilation, CSharpCommandLineArguments arguments)
    {
        var loader = new Loader();
        ISourceGenerator[] generators =
        [
            .. arguments.AnalyzerReferences
                .Select(reference => Path.GetFullPath(reference.FilePath, arguments.BaseDirectory!))
                .SelectMany(path => new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp)),
        ];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            generators,
            optionsProvider: null,
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Microsoft.CodeAnalysis.Compilation updated, out _);
        return (CSharpCompilation)updated;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
