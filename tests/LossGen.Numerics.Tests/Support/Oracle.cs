using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Building;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support.Definitions;
using LossGen.Numerics.Tests.VectorMathTests;

namespace LossGen.Numerics.Tests.Support;

/// <summary>A loss by its definition, and by the interpretation of its kernel at one stage of the pipeline.</summary>
internal static class Oracle
{
    private static readonly LossType AnyType = new("", EquatableArray.Of(new TypeDeclaration("class", "Any")), "Any");

    public static LossSpec Softmax(int[] shape, int classAxis, ElementKind element, double weight = 1.0) => AlongClasses(LossKind.Softmax, shape, classAxis, element, weight);

    public static LossSpec AlongClasses(LossKind loss, int[] shape, int classAxis, ElementKind element, double weight = 1.0, Weighting? weighting = null) => new(
        BuiltInLoss.Of(loss), AnyType, new TensorShape(shape.ToEquatableArray(), classAxis), element, weight, BuiltInLoss.Of(loss).Inputs("logits", "labels"), Weighting: weighting);

    public static LossSpec Elementwise(LossKind loss, int[] shape, ElementKind element, double weight = 1.0) => new(
        BuiltInLoss.Of(loss), AnyType, new TensorShape(shape.ToEquatableArray(), ClassAxis: null), element, weight, BuiltInLoss.Of(loss).Inputs("prediction", "target"));

    /// <summary>Mathematics: the formula as the loss defines it, before any pass, in more than twice the digits of float64.</summary>
    public static LossResult Evaluate(LossSpec spec, double[] prediction, double[] groundTruth)
    {
        DefinitionEvaluator formula = new(spec);
        bool hasTarget = HasTarget(spec);
        int samples = prediction.Length / spec.Shape.ElementsPerSample;
        (int classes, int stride) = spec.Shape.ClassAxis is null ? (1, 1) : (spec.Shape.Classes, StrideOf(spec, samples));
        DoubleDouble sum = 0;
        DoubleDouble scale = (DoubleDouble)spec.Weight.Value / DivisorOf(spec, samples);
        double[][] gradients = [new double[prediction.Length], hasTarget ? new double[groundTruth.Length] : []];
        for (int location = 0; location < prediction.Length / classes; location++)
        {
            int[] places = [.. Enumerable.Range(0, classes).Select(c => (location / stride * classes * stride) + (location % stride) + (c * stride))];
            double[] logits = [.. places.Select(place => prediction[place])];
            DualNumber result = hasTarget ? formula.At([logits, [.. places.Select(place => groundTruth[place])]], null) : formula.At([logits], (int)groundTruth[location]);
            sum += result.Value;
            foreach ((int number, SplitSlope slope) in result.Slopes)
            {
                gradients[number / classes][places[number % classes]] = (scale * slope.Sum).Hi;
            }
        }

        return new LossResult(samples == 0 ? 0 : (scale * sum).Hi, gradients[0], hasTarget ? gradients[1] : null);
    }

    /// <summary>The kernel with value and all gradients, and second derivatives where the loss has them, after each pass from the one that takes the derivatives on: before that, derivatives have no value.</summary>
    /// <param name="spec">The loss.</param>
    /// <param name="vectors">The width of vectors.</param>
    /// <param name="isForFew">Whether it is the kernel for a few locations.</param>
    /// <param name="isProduct">Whether the gradients are the products of the Hessian and <see cref="Direction"/>.</param>
    public static IEnumerable<(string Pass, LossKernel Kernel)> Stages(LossSpec spec, VectorWidth vectors = VectorWidth.Bits256, bool isForFew = false, bool isProduct = false)
    {
        int gradients = HasTarget(spec) ? 2 : 1;
        KernelOutputs outputs = new(true, gradients, Curvature: spec.HasCurvature && !isProduct, Directions: isProduct ? gradients : 0);
        return new Pipeline(Dialect.IsPrintable).Stages(KernelBuilder.Build(spec, outputs, "Oracle") with { Request = new KernelRequest(vectors, isForFew, IsShared: !outputs.Curvature && !isProduct) })
            .SkipWhile(static stage => stage.Pass != nameof(Differentiate));
    }

    /// <summary>The direction along an input by which Hessians are multiplied.</summary>
    public static double[] Direction(int input, int length) => [.. Enumerable.Range(0, length).Select(i => Math.Cos((2 + input) * i))];

    /// <summary>
    /// The distinct kernels after any pass, for both widths and for few locations: most passes leave most kernels as they are, and early passes do not depend
    /// on the width.
    /// </summary>
    public static IEnumerable<(string Pass, LossKernel Kernel)> EveryKernel(LossSpec spec, bool isProduct = false) => Enum.GetValues<VectorWidth>()
        .SelectMany(vectors => Stages(spec, vectors, isProduct: isProduct))
        .Concat(Stages(spec, isForFew: true, isProduct: isProduct))
        .DistinctBy(static stage => (stage.Kernel.Tensors, stage.Kernel.Parameters, stage.Kernel.Scratch, stage.Kernel.Body));

    // What the sum is divided by.
    private static int DivisorOf(LossSpec spec, int samples) => spec.Shape.ClassAxis is null ? samples : samples * spec.Shape.LocationsPerSample;

    // The distance between neighbouring classes of a location.
    private static int StrideOf(LossSpec spec, int samples) => spec.Shape.FixedInner * (spec.Shape.BatchIsInner ? samples : 1);

    private static bool HasTarget(LossSpec spec) => !spec.HasLabels;

    /// <param name="spec">The loss.</param>
    /// <param name="kernel">Its kernel, after any pass.</param>
    /// <param name="prediction">The first input.</param>
    /// <param name="groundTruth">The second input.</param>
    /// <param name="weights">The weights as passed to kernels: scaled, unless each call takes them.</param>
    public static LossResult Interpret(LossSpec spec, LossKernel kernel, double[] prediction, double[] groundTruth, double[] weights)
    {
        bool along = spec.Shape.ClassAxis is not null;
        int samples = prediction.Length / spec.Shape.ElementsPerSample;
        if (samples == 0)
        {
            return new LossResult(0, [], HasTarget(spec) ? [] : null);
        }

        int divisor = DivisorOf(spec, samples);
        double scale = spec.Weight.Value / divisor;
        double[] predictionGradient = new double[prediction.Length];
        double[] groundTruthGradient = new double[groundTruth.Length];
        double[] curvature = new double[prediction.Length];
        Dictionary<(TensorRole Role, int Number), double[]> tensors = new()
        {
            [(TensorRole.Input, 0)] = prediction,
            [(TensorRole.Input, 1)] = groundTruth,
            [(TensorRole.Direction, 0)] = Direction(0, prediction.Length),
            [(TensorRole.Direction, 1)] = Direction(1, groundTruth.Length),
            [(TensorRole.Weights, 0)] = weights,
            [(TensorRole.Gradient, 0)] = predictionGradient,
            [(TensorRole.Gradient, 1)] = groundTruthGradient,
            [(TensorRole.Curvature, 0)] = curvature,
        };
        Dictionary<ParameterRole, double> parameters = new()
        {
            [ParameterRole.Stride] = along ? StrideOf(spec, samples) : 1,
            [ParameterRole.Samples] = samples,
            [ParameterRole.Scale] = scale,
            [ParameterRole.Start] = 0,
            [ParameterRole.End] = !along ? prediction.Length : ClassAxisBuilder.PositionsOf(spec) == LoopRole.Samples ? samples : divisor,
        };
        double sum = KernelInterpreter.Run(kernel, tensors, parameters)!.Value;
        return new LossResult(scale * sum, predictionGradient, HasTarget(spec) ? groundTruthGradient : null) { Curvature = spec.HasCurvature ? curvature : null };
    }
}
