using LossGen.CompilerServices;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Tensors;

/// <summary>What overloads refuse: tensors of another shape, of which none is reinterpreted, and tensors with gaps or in another order. Nothing is written then, and the message says what to write instead.</summary>
public sealed class TensorRefusalTests
{
    // Each call, of n = 2 samples of shape (Batch, 3, 4), and what is wrong with it.
    private static readonly (string Call, string Message)[] Calls =
    [
        ("labelled.Forward(F(2, 12), I(2, 4))", "'logits' has shape [2, 12], but the loss is of shape (Batch, 3, 4): every dimension but the batch must be as declared. If its elements are in the order of that shape, Tensor.Reshape(logits, [2, 3, 4]) has it."),
        ("labelled.Forward(F(3, 4, 2), I(2, 4))", "'logits' has shape [3, 4, 2], but the loss is of shape (Batch, 3, 4): every dimension but the batch must be as declared. Tensor.PermuteDimensions(logits, [2, 0, 1]).ToDenseTensor() has the dimensions in this order."),
        ("labelled.Forward(F(2, 3, 5), I(2, 5))", "'logits' has shape [2, 3, 5], but the loss is of shape (Batch, 3, 4): every dimension but the batch must be as declared."),
        ("labelled.Forward(default, I(2, 4))", "'logits' has shape [], but the loss is of shape (Batch, 3, 4): every dimension but the batch must be as declared."),
        ("labelled.Forward(F(0), I(0, 4))", "'logits' has shape [0], but the loss is of shape (Batch, 3, 4): every dimension but the batch must be as declared."),
        ("labelled.Forward(F(2, 3, 4), I(8))", "'labels' has shape [8], but 'logits' has shape [2, 3, 4], so 'labels' must have [2, 4]: one element per location, without dimension 1 of (Batch, 3, 4). If its elements are in the order of that shape, Tensor.Reshape(labels, [2, 4]) has it."),
        ("labelled.Sums(F(2, 3, 4), I(4, 2))", "'labels' has shape [4, 2], but 'logits' has shape [2, 3, 4], so 'labels' must have [2, 4]: one element per location, without dimension 1 of (Batch, 3, 4). Tensor.PermuteDimensions(labels, [1, 0]).ToDenseTensor() has the dimensions in this order."),
        ("labelled.Sums(F(2, 3, 4), I(3, 4))", "'labels' has shape [3, 4], but 'logits' has shape [2, 3, 4], so 'labels' must have [2, 4]: one element per location, without dimension 1 of (Batch, 3, 4)."),
        ("labelled.Sums(F(2, 3, 4), I(2, 3, 4))", "'labels' has shape [2, 3, 4], but 'logits' has shape [2, 3, 4], so 'labels' must have [2, 4]: one element per location, without dimension 1 of (Batch, 3, 4)."),
        ("labelled.Backward(F(2, 3, 4), I(2, 4), Out(24))", "'logitsGradient' has shape [24], but 'logits' has shape [2, 3, 4], so 'logitsGradient' must have [2, 3, 4]: one element for each of its elements. If its elements are in the order of that shape, Tensor.Reshape(logitsGradient, [2, 3, 4]) has it."),
        ("labelled.Backward(F(2, 3, 4), I(2, 4), Out(4, 3, 2))", "'logitsGradient' has shape [4, 3, 2], but 'logits' has shape [2, 3, 4], so 'logitsGradient' must have [2, 3, 4]: one element for each of its elements. If its elements are in the order of that shape, Tensor.Reshape(logitsGradient, [2, 3, 4]) has it."),
        ("labelled.Backward(F(2, 3, 4), I(2, 4), default(LossSum), Out(1, 3, 4))", "'logitsGradient' has shape [1, 3, 4], but 'logits' has shape [2, 3, 4], so 'logitsGradient' must have [2, 3, 4]: one element for each of its elements."),
        ("labelled.ForwardBackward(F(2, 3, 4), I(2, 4), default)", "'logitsGradient' has shape [], but 'logits' has shape [2, 3, 4], so 'logitsGradient' must have [2, 3, 4]: one element for each of its elements."),
        ("labelled.ForwardEach(F(2, 3, 4), I(2, 4), Out(2, 3, 4))", "'values' has shape [2, 3, 4], but 'logits' has shape [2, 3, 4], so 'values' must have [2, 4]: one element per location, without dimension 1 of (Batch, 3, 4)."),
        ("labelled.BackwardEach(F(2, 3, 4), I(2, 4), F(4), Out(2, 3, 4))", "'upstream' has shape [4], but 'logits' has shape [2, 3, 4], so 'upstream' must have [2, 4]: one element per location, without dimension 1 of (Batch, 3, 4)."),
        ("labelled.ForwardBackwardCurvature(F(2, 3, 4), I(2, 4), Out(2, 3, 4), Out(2, 3))", "'curvature' has shape [2, 3], but 'logits' has shape [2, 3, 4], so 'curvature' must have [2, 3, 4]: one element for each of its elements."),
        ("labelled.Forward(F(2, 3, 4), I(2, 4), OutI(2), Out(2, 3, 4))", "'predictions' has shape [2], but 'logits' has shape [2, 3, 4], so 'predictions' must have [2, 4]: one element per location, without dimension 1 of (Batch, 3, 4)."),
        ("labelled.ForwardBackward(F(2, 3, 4), I(2, 4), Out(2, 3, 4), OutI(2, 4), Out(2, 4))", "'probabilities' has shape [2, 4], but 'logits' has shape [2, 3, 4], so 'probabilities' must have [2, 3, 4]: one element for each of its elements."),
        ("weighted.Forward(F(2, 3), I(2), F(3))", "'weights' has shape [3], but 'logits' has shape [2, 3], so 'weights' must have [2]: one element per location, without dimension 1 of (Batch, 3)."),
        ("weighted.Backward(F(2, 3), I(2), F(2, 1), Out(2, 3))", "'weights' has shape [2, 1], but 'logits' has shape [2, 3], so 'weights' must have [2]: one element per location, without dimension 1 of (Batch, 3). If its elements are in the order of that shape, Tensor.Reshape(weights, [2]) has it."),
        ("any.Forward(F(2, 3), F(3, 2))", "'target' has shape [3, 2], but 'prediction' has shape [2, 3], so 'target' must have [2, 3]: one element for each of its elements. Tensor.PermuteDimensions(target, [1, 0]).ToDenseTensor() has the dimensions in this order."),
        ("any.Forward(F(6), F(2, 3))", "'target' has shape [2, 3], but 'prediction' has shape [6], so 'target' must have [6]: one element for each of its elements. If its elements are in the order of that shape, Tensor.Reshape(target, [6]) has it."),
        ("any.Backward(F(2, 3), F(2, 3), Out(2, 3), Out(2, 2))", "'targetGradient' has shape [2, 2], but 'prediction' has shape [2, 3], so 'targetGradient' must have [2, 3]: one element for each of its elements."),
        ("learned.Forward(F(2), F(2), F(2))", "'bias' has shape [2], but must have 1 element: it is one number for the whole call."),
        ("learned.ForwardBackward(F(2), F(2), F(1), Out(2), Out(2), Out(1, 2))", "'biasGradient' has shape [1, 2], but must have 1 element: it is one number for the whole call."),
        ("learned.Forward(F(2), F(2), default)", "'bias' has shape [], but must have 1 element: it is one number for the whole call."),

        // Of the right shape, but not in a row.
        ("labelled.Forward(Tensor.PermuteDimensions(F(2, 4, 3), [0, 2, 1]), I(2, 4))", "'logits' of shape [2, 3, 4] has strides [12, 1, 3], but must be dense, with strides [12, 4, 1]: a call takes its memory as it is. Pass a copy, which ToDenseTensor() of a Tensor<T> makes."),
        ("labelled.Forward(F(2, 3, 4), Tensor.Transpose(I(4, 2)))", "'labels' of shape [2, 4] has strides [1, 2], but must be dense, with strides [4, 1]: a call takes its memory as it is. Pass a copy, which ToDenseTensor() of a Tensor<T> makes."),
        ("labelled.Forward(F(2, 3, 5)[(NRange)(..), (NRange)(..), (NRange)(1..)], I(2, 4))", "'logits' of shape [2, 3, 4] has strides [15, 5, 1], but must be dense, with strides [12, 4, 1]: a call takes its memory as it is. Pass a copy, which ToDenseTensor() of a Tensor<T> makes."),
        ("labelled.Forward(new ReadOnlyTensorSpan<float>(new float[24], [2, 3, 4], [0, 4, 1]), I(2, 4))", "'logits' of shape [2, 3, 4] has strides [0, 4, 1], but must be dense, with strides [12, 4, 1]: a call takes its memory as it is. Pass a copy, which ToDenseTensor() of a Tensor<T> makes."),
        ("labelled.Backward(F(2, 3, 4), I(2, 4), Tensor.PermuteDimensions(Out(4, 3, 2), [2, 1, 0]))", "'logitsGradient' of shape [2, 3, 4] has strides [1, 2, 6], but must be dense, with strides [12, 4, 1]: a call takes its memory as it is. Pass Tensor.CreateFromShape<T>([2, 3, 4]), and copy that with CopyTo."),
        ("any.Backward(F(2, 3), F(2, 3), Out(2, 3), Tensor.Transpose(Out(3, 2)))", "'targetGradient' of shape [2, 3] has strides [1, 2], but must be dense, with strides [3, 1]: a call takes its memory as it is. Pass Tensor.CreateFromShape<T>([2, 3]), and copy that with CopyTo."),
    ];

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics.Tensors;
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 3, 4, Each = true, Curvature = true, Outputs = LossOutputs.Predictions | LossOutputs.Probabilities)] public sealed partial class Labelled;

        [SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerLocation)] public sealed partial class Weighted;

        [SquareLoss] public sealed partial class Any;

        [ElementwiseLoss]
        public sealed partial class Learned
        {
            [Formula]
            private static float Value(float x, float y, [Learned] float bias) => (x - y - bias) * (x - y - bias);
        }

        public static class Calls
        {
            private static readonly List<float[]> written = [];
            private static readonly List<int[]> writtenIntegers = [];

            public static string Message(int number)
            {
                Labelled labelled = new();
                Weighted weighted = new();
                Any any = new();
                Learned learned = new();
                written.Clear();
                writtenIntegers.Clear();
                try
                {
                    switch (number)
                    {
                        {{string.Join("\n", Calls.Select(static (call, number) => $"case {number}: {call.Call}; break;"))}}
                    }
                }
                catch (ArgumentException exception) when (exception.GetType() == typeof(ArgumentException))
                {
                    bool isUntouched = written.All(array => array.All(element => element == 7)) && writtenIntegers.All(array => array.All(element => element == 7));
                    return (isUntouched ? "" : "Written, and ") + exception.Message.Replace($" (Parameter '{exception.ParamName}')", $" ({exception.ParamName})");
                }

                return "none";
            }

            // What messages tell to write.
            public static string Advised()
            {
                Labelled labelled = new();
                Tensor<float> logits = F(3, 4, 2);
                Tensor<int> labels = I(8);
                Tensor<float> wide = F(2, 3, 5);
                Tensor<float> gradient = Tensor.CreateFromShape<float>([2, 3, 4]);
                float value = labelled.Forward(Tensor.PermuteDimensions(logits, [2, 0, 1]).ToDenseTensor(), Tensor.Reshape(labels, [2, 4]));
                value += labelled.ForwardBackward(wide[(NRange)(..), (NRange)(..), (NRange)(1..)].ToDenseTensor(), Tensor.Reshape(labels, [2, 4]), gradient);
                gradient.CopyTo(Tensor.PermuteDimensions(Out(4, 3, 2), [2, 1, 0]));
                return float.IsFinite(value) && value > 0 && written[^1][0] == gradient[0, 0, 0] && written[^1][1] == gradient[1, 0, 0] ? "" : value.ToString();
            }

            private static Tensor<float> F(params int[] shape) => Of<float>(shape, i => i % 5, out _);

            private static Tensor<int> I(params int[] shape) => Of<int>(shape, i => i % 3, out _);

            private static Tensor<float> Out(params int[] shape)
            {
                Tensor<float> tensor = Of<float>(shape, _ => 7, out float[] memory);
                written.Add(memory);
                return tensor;
            }

            private static Tensor<int> OutI(params int[] shape)
            {
                Tensor<int> tensor = Of<int>(shape, _ => 7, out int[] memory);
                writtenIntegers.Add(memory);
                return tensor;
            }

            private static Tensor<T> Of<T>(int[] shape, Func<int, T> element, out T[] memory)
            {
                memory = [.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(element)];
                return Tensor.Create(memory, [.. shape.Select(length => (nint)length)]);
            }
        }
        """,
    ],
    takesTensors: true);

    public static TheoryData<int, string> Numbers => new(Calls.Select(static (call, number) => (number, call.Call)));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void WhatDoesNotFitIsRefused(int number, string call)
    {
        string message = Calls[number].Message;
        Assert.Equal($"{message} ({message.Split('\'')[1]})", Compiled.Method<Func<int, string>>("Calls", "Message")(number));
        Assert.NotEmpty(call);
    }

    [Fact]
    public void WhatMessagesTellToWriteRuns() => Assert.Equal("", Compiled.Method<Func<string>>("Calls", "Advised")());

    /// <summary>Memory of more elements than a span can have is not needed to ask for it.</summary>
    [Fact]
    public void MoreElementsThanASpanHasAreRefused()
    {
        float element = 0;
        nint[] lengths = [300_000_000, 10], strides = [10, 1];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new CallShape(lengths, [Shape.Batch, 10], 1, "logits").Elements(in element, lengths, strides, "logits").Length);
        Assert.Equal("'logits' of shape [300000000, 10] has 3000000000 elements, and a call takes at most 2147483647: add what Sums returns for parts of the batch, and pass Backward the whole. (Parameter 'logits')", exception.Message);
        Assert.Equal("logits", exception.ParamName);
    }
}
