using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>What losses of several kinds leave besides value and gradient, the accuracy in their sums included, and what they refuse.</summary>
public sealed class SideOutputKindTests
{
    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources([Losses]);

    [Fact]
    public void OtherLossesPredictTheirGreatestElement() => Assert.Equal("", Compiled.Method<Func<string>>("Others", "Check")());

    [Fact]
    public void TheAccuracyIsPartOfTheSums() => Assert.Equal("", Compiled.Method<Func<string>>("Others", "Accuracies")());

    [Fact]
    public void WhatIsIgnoredIsToldApart() => Assert.Equal("", Compiled.Method<Func<string>>("Others", "Ignored")());

    [Fact]
    public void NothingIsWrittenWhereAnArgumentIsWrong() => Assert.Equal("", Compiled.Method<Func<string>>("Others", "Refused")());

    private const string Losses = """
        using System;
        using LossGen;

        [MultinomialLogisticLoss(Shape.Batch, 5, Outputs = LossOutputs.Predictions)] public sealed partial class Logistic;
        [MultiMarginLoss(Shape.Batch, 5, Outputs = LossOutputs.Predictions, Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.WeightSum)] public sealed partial class Margin;
        [FocalLoss(Shape.Batch, 5, Outputs = LossOutputs.Probabilities)] public sealed partial class Focal;
        [SoftlabelSoftmaxLoss(Shape.Batch, 5, Outputs = LossOutputs.LogSumExps | LossOutputs.Predictions, Temperature = 2)] public sealed partial class Soft;
        [SoftlabelSoftmaxLoss(Shape.Batch, 5, Outputs = LossOutputs.LogSumExps, Temperature = 2)] public sealed partial class SoftAlone;
        [SoftmaxLoss(Shape.Batch, 5, 3, Dim = 1, Outputs = LossOutputs.Predictions | LossOutputs.Probabilities, IgnoreLabel = -100, Denominator = LossDenominator.Kept, WhenEmpty = LossWhenEmpty.Throw)] public sealed partial class Ignoring;

        [SoftmaxLoss(Shape.Batch, 10, Outputs = LossOutputs.Accuracy)] public sealed partial class Judged;
        [SoftmaxLoss(Shape.Batch, 10)] public sealed partial class Unjudged;
        [SoftmaxLoss(Shape.Batch, 100, Outputs = LossOutputs.Accuracy | LossOutputs.Predictions, IgnoreLabel = -1, Element = ElementType.Double, Parallelism = LossParallelism.Auto)] public sealed partial class JudgedOfKept;

        [SoftmaxLoss(Shape.Batch, 5, 4, Dim = 1, Outputs = LossOutputs.Accuracy, IgnoreLabel = -1, Label = LabelType.Int16, Denominator = LossDenominator.WeightSum, Weighting = WeightingMode.PerLocation)]
        public sealed partial class JudgedByWeight;

        [ClassAxisLoss(Shape.Batch, 5, Outputs = LossOutputs.Predictions | LossOutputs.Probabilities)]
        public sealed partial class Written
        {
            [Formula]
            private static float Value(ClassLogits<float> logits, int label) => -logits.LogProbability(label);
        }

        public static class Others
        {
            private static readonly float[] X = [0.1f, 0.3f, 0.2f, 0.3f, 0.1f, 0.5f, 0.1f, 0.1f, 0.2f, 0.1f];

            public static string Check()
            {
                int[] predictions = new int[2];
                float[] gradient = new float[10], plain = new float[10], probabilities = new float[10], logSumExps = new float[2];
                int[] labels = [4, 0];
                float value = new Logistic().ForwardBackward(X, labels, gradient, predictions);
                if (value != new Logistic().ForwardBackward(X, labels, plain) || !gradient.AsSpan().SequenceEqual(plain) || predictions is not [1, 0])
                {
                    return "logistic";
                }

                predictions.AsSpan().Fill(7);
                value = new Margin().ForwardBackward(X, labels, [1, 3], gradient, predictions);
                if (value != new Margin().ForwardBackward(X, labels, [1, 3], plain) || !gradient.AsSpan().SequenceEqual(plain) || predictions is not [1, 0])
                {
                    return "margin";
                }

                value = new Focal().Forward(X, labels, probabilities);
                float[] own = new float[10];
                float sum = 0;
                for (int c = 0; c < 5; c++)
                {
                    sum += MathF.Exp(X[c]);
                }

                if (value != new Focal().Forward(X, labels) || MathF.Abs(probabilities[1] - (MathF.Exp(X[1]) / sum)) > 1e-6f)
                {
                    return "focal";
                }

                new Written().ForwardBackward(X, labels, gradient, predictions, own);
                if (!own.AsSpan().SequenceEqual(probabilities) || predictions is not [1, 0])
                {
                    return "written";
                }

                sum = 0;
                for (int c = 0; c < 5; c++)
                {
                    sum += MathF.Exp(X[c] / 2);
                }

                float[] second = new float[10], plainSecond = new float[10];
                value = new Soft().ForwardBackward(X, X, gradient, second, predictions, logSumExps);
                if (value != new Soft().ForwardBackward(X, X, plain, plainSecond) || !gradient.AsSpan().SequenceEqual(plain) || !second.AsSpan().SequenceEqual(plainSecond))
                {
                    return "soft labels with both gradients";
                }

                if (value != new SoftAlone().ForwardBackward(X, X, gradient, default, logSumExps) || !gradient.AsSpan().SequenceEqual(plain))
                {
                    return "soft labels with one gradient";
                }

                new Soft().Forward(X, X, predictions, logSumExps);
                return MathF.Abs(logSumExps[0] - MathF.Log(sum)) > 1e-6f || predictions is not [1, 0] ? "soft labels" : "";
            }

            public static string Accuracies()
            {
                Random random = new(5);
                int[] labels = new int[5000];
                short[] few = new short[4 * 50];
                float[] x = new float[10 * labels.Length], y = new float[5 * few.Length], weights = new float[few.Length];
                double[] z = new double[100 * labels.Length];
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] = random.Next(4);
                }

                for (int i = 0; i < z.Length; i++)
                {
                    z[i] = random.Next(40);
                }

                int correct = 0, correctOfKept = 0, kept = 0;
                for (int n = 0; n < labels.Length; n++)
                {
                    labels[n] = random.Next(10);
                    correct += x.AsSpan(10 * n, 10).IndexOf(Greatest(x.AsSpan(10 * n, 10))) == labels[n] ? 1 : 0;
                }

                LossSum sums = new Judged().Sums(x, labels), parts = new Judged().Sums(x.AsSpan(0, 70), labels.AsSpan(0, 7)) + new Judged().Sums(x.AsSpan(70), labels.AsSpan(7));
                if (sums.Correct != correct || sums.Labelled != 5000 || sums.Accuracy != correct / 5000.0 || parts.Correct != correct || parts.Labelled != 5000)
                {
                    return $"{sums.Correct} of {sums.Labelled}, not {correct}";
                }

                if (new Judged().Forward(x, labels) != new Unjudged().Forward(x, labels))
                {
                    return "the value differs";
                }

                for (int n = 0; n < labels.Length; n++)
                {
                    labels[n] = random.Next(5) == 0 ? -1 : z.AsSpan(100 * n, 100).IndexOf(39);
                    kept += labels[n] < 0 ? 0 : 1;
                    correctOfKept += labels[n] < 0 ? 0 : 1;
                    z[100 * n] = labels[n] < 0 ? double.NaN : z[100 * n];
                }

                sums = new JudgedOfKept().Sums(z, labels);
                if (sums.Correct != correctOfKept || sums.Labelled != kept || sums.Accuracy != 1)
                {
                    return $"{sums.Correct} of {sums.Labelled}, not {correctOfKept} of {kept}";
                }

                for (int i = 0; i < y.Length; i++)
                {
                    y[i] = random.NextSingle();
                }

                int right = 0;
                for (int n = 0; n < few.Length; n++)
                {
                    weights[n] = random.Next(2);
                    int greatest = 0;
                    for (int c = 1; c < 5; c++)
                    {
                        greatest = y[(n / 4 * 20) + (c * 4) + (n % 4)] > y[(n / 4 * 20) + (greatest * 4) + (n % 4)] ? c : greatest;
                    }

                    few[n] = (short)(random.Next(3) == 0 ? -1 : random.Next(2) == 0 ? greatest : 2);
                    right += few[n] == greatest ? 1 : 0;
                }

                JudgedByWeight.PartialSums weighted = new JudgedByWeight().Sums(y, few, weights);
                int labelled = 0;
                foreach (short label in few)
                {
                    labelled += label >= 0 ? 1 : 0;
                }

                return weighted.Correct == right && weighted.Labelled == labelled && (weighted + weighted).Accuracy == weighted.Accuracy ? "" : $"{weighted.Correct} of {weighted.Labelled}, not {right} of {labelled}";
            }

            private static float Greatest(ReadOnlySpan<float> values)
            {
                float greatest = values[0];
                foreach (float value in values)
                {
                    greatest = MathF.Max(greatest, value);
                }

                return greatest;
            }

            public static string Ignored()
            {
                float[] x = new float[30], gradient = new float[30], probabilities = new float[30];
                x.AsSpan().Fill(float.NaN);
                int[] labels = [-100, 2, -100, -100, -100, 1], predictions = [9, 9, 9, 9, 9, 9];
                for (int c = 0; c < 5; c++)
                {
                    x[(c * 3) + 1] = c;
                    x[15 + (c * 3) + 2] = -c;
                }

                gradient.AsSpan().Fill(7);
                probabilities.AsSpan().Fill(7);
                float value = new Ignoring().ForwardBackward(x, labels, gradient, predictions, probabilities);
                if (predictions is not [-1, 4, -1, -1, -1, 0] || !float.IsFinite(value))
                {
                    return string.Join(' ', predictions);
                }

                for (int i = 0; i < 30; i++)
                {
                    bool isKept = i < 15 ? i % 3 == 1 : i % 3 == 2;
                    if (isKept ? !(probabilities[i] > 0 && probabilities[i] < 1) : probabilities[i] != 0 || gradient[i] != 0)
                    {
                        return $"element {i}";
                    }
                }

                return "";
            }

            public static string Refused()
            {
                float[] gradient = new float[10], probabilities = new float[10];
                int[] predictions = [9, 9];
                gradient.AsSpan().Fill(7);
                return Throws(() => new Written().ForwardBackward(X, [0, 1], gradient, predictions.AsSpan(0, 1), probabilities), "predictions")
                    + Throws(() => new Written().ForwardBackward(X, [0, 1], gradient, predictions, gradient), "probabilities")
                    + Throws(() => new Written().Forward(X, [0, 1], predictions, X), "probabilities")
                    + Throws(() => new Written().Forward(X, [0, 5], predictions, probabilities), "label")
                    + Throws(() => new Ignoring().Forward(new float[15], [-100, -100, -100], new int[3], new float[15]), null)
                    + (gradient[0] == 7 && predictions is [9, 9] && X[0] == 0.1f && probabilities[0] == 0 ? "" : "something was written");
            }

            private static string Throws(Action call, string? parameter)
            {
                try
                {
                    call();
                    return parameter + " is not checked";
                }
                catch (ArgumentException exception)
                {
                    return exception.ParamName == parameter ? "" : exception.Message;
                }
                catch (InvalidOperationException exception)
                {
                    return parameter is null ? "" : exception.Message;
                }
            }
        }
        """;
}
