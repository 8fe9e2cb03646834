using System.Runtime.Intrinsics;
using Consumer;
using LossZoo.Custom;

// Tells the tests whether their setting has taken effect.
Console.Error.WriteLine(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);

// Every number as its bits: the tests compare runs with different instruction sets.
var softmax = new DigitLoss();
float[] gradient = new float[Inputs.Logits.Length];
Print("softmax forward", softmax.Forward(Inputs.Logits, Inputs.Labels));
Print("softmax value", softmax.ForwardBackward(Inputs.Logits, Inputs.Labels, gradient));
Print("softmax gradient", gradient);
softmax.Backward(Inputs.Logits, Inputs.Labels, gradient);
Print("softmax backward", gradient);

Print("row value", new RowLoss().ForwardBackward(Inputs.Logits, [3, 100], gradient));
Print("row gradient", gradient);

double[] logits = [.. Inputs.Logits.Select(static logit => (double)logit)];
double[] exactGradient = new double[logits.Length];
Print("exact value", Parts(new ExactDigitLoss().ForwardBackward(logits, Inputs.Labels, exactGradient)));
Print("exact gradient", Parts(exactGradient));
Print("exact row value", Parts(new ExactRowLoss().ForwardBackward(logits, [3, 100], exactGradient)));
Print("exact row gradient", Parts(exactGradient));

var square = new DistanceLoss();
float[] predictionGradient = new float[Inputs.Prediction.Length];
float[] targetGradient = new float[Inputs.Target.Length];
Print("square value", square.ForwardBackward(Inputs.Prediction, Inputs.Target, predictionGradient, targetGradient));
Print("square gradient", predictionGradient);
Print("square target gradient", targetGradient);

var weighted = new WeightedDigitLoss(Inputs.ClassWeights);
Print("weighted value", weighted.ForwardBackward(Inputs.Logits, Inputs.Labels, gradient));
Print("weighted gradient", gradient);

Print("logit weights value", new WeightedLogitLoss().ForwardBackward(Inputs.Logits, Inputs.Labels, Inputs.LogitWeights, gradient));
Print("logit weights gradient", gradient);

int[] features = [.. Inputs.Prediction.Index().Where(static x => x.Index % Inputs.Features == 0).Select(static x => x.Index % 2)];
Print("probability value", new ProbabilityLoss().ForwardBackward(Inputs.Probabilities, features, predictionGradient));
Print("probability gradient", predictionGradient);

Print("soft value", new SoftLoss().ForwardBackward(Inputs.Prediction, Inputs.Shares, predictionGradient, targetGradient));
Print("soft gradient", [.. predictionGradient, .. targetGradient]);

Print("margin value", new MarginLoss().ForwardBackward(Inputs.Prediction, Inputs.Target, predictionGradient, targetGradient));
Print("margin gradient", [.. predictionGradient, .. targetGradient]);

Print("answer value", new AnswerLoss().ForwardBackward(Inputs.Probabilities, Inputs.Shares, predictionGradient, targetGradient));
Print("answer gradient", [.. predictionGradient, .. targetGradient]);

Print("robust value", new RobustLoss().ForwardBackward(Inputs.Prediction, Inputs.Target, predictionGradient, targetGradient));
Print("robust gradient", [.. predictionGradient, .. targetGradient]);

float[] directions = [.. Enumerable.Range(0, Inputs.Prediction.Length / Inputs.Features).Select(static i => i % 2 == 0 ? 1f : -1f)];
Print("direction value", new DirectionLoss().ForwardBackward(Inputs.Prediction, Inputs.Target, directions, predictionGradient, targetGradient));
Print("direction gradient", [.. predictionGradient, .. targetGradient]);

double[] deviations = [.. Inputs.Shares.Select(static share => (double)share)];
double[] deviationGradient = new double[deviations.Length];
var divergence = new DivergenceLoss();
Print("divergence value", (float)divergence.ForwardBackward([.. Inputs.Prediction.Select(static x => (double)x)], deviations, new double[deviations.Length], deviationGradient));
Print("divergence gradient", [.. deviationGradient.Select(static slope => (float)slope)]);

// Custom losses of the sample.
Print("huber value", new HuberLoss(delta: 0.5f).ForwardBackward(Inputs.Prediction, Inputs.Target, predictionGradient, targetGradient));
Print("huber gradient", [.. predictionGradient, .. targetGradient]);

Print("log cosh value", new LogCoshLoss().ForwardBackward(Inputs.Prediction, Inputs.Target, predictionGradient, targetGradient));
Print("log cosh gradient", [.. predictionGradient, .. targetGradient]);

Print("focal value", new FocalLoss().ForwardBackward(Inputs.Prediction, Inputs.Shares, predictionGradient, targetGradient));
Print("focal gradient", [.. predictionGradient, .. targetGradient]);

float[] varianceGradient = new float[Inputs.Shares.Length];
Print("gaussian value", new GaussianLoss().ForwardBackward(Inputs.Prediction, Inputs.Shares, Inputs.Target, predictionGradient, varianceGradient, targetGradient));
Print("gaussian gradient", [.. predictionGradient, .. varianceGradient, .. targetGradient]);

// A double as two floats, so that all bits but the very last ones are compared.
static float[] Parts(params double[] values) => [.. values.SelectMany(static value => new[] { (float)value, (float)(value - (float)value) })];

static void Print(string name, params float[] values) =>
    Console.WriteLine($"{name}: {string.Join(' ', values.Select(static value => BitConverter.SingleToUInt32Bits(value).ToString("X8")))}");
