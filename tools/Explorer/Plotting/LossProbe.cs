using System.Reflection;
using LossGen.Explorer.Compilation;
using LossGen.Inspection.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LossGen.Explorer.Plotting;

/// <summary>A loss, compiled and loaded into this process, to be called with numbers of float64.</summary>
internal sealed class LossProbe
{
    private readonly Func<double[][], double[][], double> _evaluate;

    private LossProbe(LossSignature signature, Func<double[][], double[][], double> evaluate)
    {
        Signature = signature;
        _evaluate = evaluate;
    }

    public LossSignature Signature { get; }

    /// <summary>Compiles and loads a loss.</summary>
    /// <param name="source">The source that declares it.</param>
    /// <param name="loss">The loss.</param>
    /// <exception cref="PlotException">It cannot be called from outside its class, or the source has errors.</exception>
    public static LossProbe Load(CompiledSource source, DeclaredLoss loss)
    {
        INamedTypeSymbol? type = source.Output.GetTypeByMetadataName(loss.Spec!.Type.MetadataName);
        LossSignature signature = (type is null ? null : LossSignature.Of(type, loss.Spec))
            ?? throw new PlotException($"{loss.Name} cannot be called from outside, as its class, or one around it, is private: make it public or internal.");
        var parseOptions = (CSharpParseOptions)source.Output.SyntaxTrees[0].Options;
        CSharpCompilation whole = source.Output.AddSyntaxTrees(CSharpSyntaxTree.ParseText(ProbeSource.Write(signature), parseOptions));
        using var assembly = new MemoryStream();
        EmitResult result = whole.Emit(assembly);
        if (!result.Success)
        {
            Diagnostic error = result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new PlotException($"{loss.Name} cannot be compiled: {Problem.Of(error, source.Source.SyntaxTrees[0]).Message}.");
        }

        MethodInfo method = Assembly.Load(assembly.ToArray()).GetType(ProbeSource.Class, throwOnError: true)!.GetMethod(ProbeSource.Method)!;
        return new LossProbe(signature, method.CreateDelegate<Func<double[][], double[][], double>>());
    }

    /// <summary>The value and the gradients of one sample.</summary>
    public (double Value, double[][] Gradients) Evaluate(double[][] inputs)
    {
        double[][] gradients = [.. Signature.Gradients.Select(input => new double[inputs[input].Length])];
        return (_evaluate(inputs, gradients), gradients);
    }
}
