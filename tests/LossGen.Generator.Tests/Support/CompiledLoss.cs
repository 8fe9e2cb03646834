using LossGen.Generator.Declarations;
using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Support;

/// <summary>A declared loss as the compiler passes it to the printer, for tests of what its kernels compute.</summary>
internal static class CompiledLoss
{
    /// <summary>Compiles the class <c>Loss</c> of a source.</summary>
    public static LossUnit Of(string source)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(source));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        ParsedLoss parsed = LossParser.Parse(compilation.GetTypeByMetadataName("Loss")!, compilation.GetSemanticModel(compilation.SyntaxTrees[0]), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(parsed.Problems, static problem => problem.Severity == DiagnosticSeverity.Error);
        return LossGenerator.Compiler.Compile(parsed.Spec!);
    }

    /// <summary>The kernels that compute the value and gradients in one pass, including those for wider vectors and for few locations.</summary>
    public static IEnumerable<LossKernel> FusedKernels(this LossUnit unit) =>
        from member in unit.EntryPoints
        where member.Outputs is { Value: true, AnyGradient: true }
        from driver in new[] { member.Driver, member.AllGradientsDriver }.OfType<Driver>()
        from version in driver.Versions
        from kernel in version.All
        select kernel;
}
