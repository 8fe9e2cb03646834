using LossGen.Generator;
using LossGen.Generator.Declarations;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering.Building;
using LossGen.Numerics.Tests.Custom.AlongAxis;
using LossGen.Numerics.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>
/// Tries formulas as what the compiler makes of them before it chooses anything for a machine: read from their text, differentiated and rewritten, then interpreted in float64. No
/// code is generated, so that a hundred take less time than one that is compiled.
/// </summary>
internal static class AxisInterpretation
{
    private const int TrialsInOne = 64;
    private const int AtOnce = 2;

    /// <summary>Whether a trial can be tried: a kernel returns one sum, in float64.</summary>
    public static bool CanTry(AxisTrial trial) => trial.IsDouble && trial.Formula.Total is null && trial.Formula.Results.Count == 1;

    /// <summary>Tries all, in order.</summary>
    public static IReadOnlyList<AxisOutcome> RunAll(IReadOnlyList<AxisTrial> trials) => [.. trials.Chunk(TrialsInOne)
        .AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).SelectMany(static batch => Run(batch))];

    private static IReadOnlyList<AxisOutcome> Run(AxisTrial[] trials)
    {
        CSharpCompilation compilation = CompiledLosses.CompilationOf(trials.Select(static (trial, index) => AxisFormulaText.Source(trial.Formula, "Loss").With(trial.Shape.Arguments, trial.IsDouble, Name(index))));
        return [.. trials.Select((trial, index) => Run(trial, LossParser.Parse(compilation.GetTypeByMetadataName("Zoo." + Name(index))!, compilation.GetSemanticModel(compilation.SyntaxTrees[index]), CancellationToken.None)))];
    }

    private static AxisOutcome Run(AxisTrial trial, ParsedLoss parsed)
    {
        if (parsed.Spec is not { } spec)
        {
            return new AxisOutcome(trial, "is refused: " + string.Join("; ", parsed.Problems), FormulaTally.None);
        }

        try
        {
            (string? failure, FormulaTally tally) = new AxisTrialCheck(trial).Compare(Interpreted(trial, spec));
            return new AxisOutcome(trial, failure, tally);
        }
        catch (InvalidOperationException exception)
        {
            return new AxisOutcome(trial, "does not compile: " + exception.Message, FormulaTally.None);
        }
    }

    private static (double Value, double[][] Gradients) Interpreted(AxisTrial trial, LossSpec spec)
    {
        LossKernel kernel = LossGenerator.Compiler.Mathematics(spec);
        AxisSource source = AxisFormulaText.Source(trial.Formula, "Loss");
        (Queue<double[]> inputs, Queue<int[]> labels, Queue<double[]> weights) = (new(trial.Inputs()), new(trial.Labels()), new(trial.Weights()));
        Dictionary<(TensorRole Role, int Number), double[]> tensors = [];
        double[][] gradients = [.. source.Inputs.Select(input => new double[trial.Shape.CountOf(input)])];
        int number = 0, parameter = 0, gradient = 0;
        foreach (AxisParameter given in source.Parameters)
        {
            switch (given.Kind)
            {
                case AxisParameterKind.Label:
                    tensors[(TensorRole.Input, number++)] = [.. labels.Dequeue().Select(static label => (double)label)];
                    break;
                case AxisParameterKind.PerClass:
                    tensors[(TensorRole.Parameters, parameter++)] = weights.Dequeue();
                    break;
                default:
                    tensors[(TensorRole.Gradient, number)] = gradients[gradient++];
                    tensors[(TensorRole.Input, number++)] = inputs.Dequeue();
                    break;
            }
        }

        double? sum = KernelInterpreter.Run(kernel, tensors, new Dictionary<ParameterRole, double>
        {
            [ParameterRole.Stride] = trial.Shape.Inner,
            [ParameterRole.Samples] = (double)trial.Shape.Locations / spec.Shape.LocationsPerSample,
            [ParameterRole.Scale] = 1.0 / trial.Shape.Locations,
            [ParameterRole.Start] = 0,
            [ParameterRole.End] = SumOfElements.RunsOverElements(spec) ? trial.Shape.Locations * trial.Shape.Classes : trial.Shape.Locations,
        });
        return (sum!.Value / trial.Shape.Locations, gradients);
    }

    private static string Name(int index) => FormattableString.Invariant($"Loss{index}");
}
