using System.Runtime.Intrinsics;
using Consumer;

// Tells the tests that a setting of theirs has taken effect.
Console.Error.WriteLine(Vector256.IsHardwareAccelerated);

// Every number as the bits it consists of: the tests compare runs with different instruction sets.
var softmax = new DigitLoss();
float[] gradient = new float[Inputs.Logits.Length];
Print("softmax forward", softmax.Forward(Inputs.Logits, Inputs.Labels));
Print("softmax value", softmax.ForwardBackward(Inputs.Logits, Inputs.Labels, gradient));
Print("softmax gradient", gradient);
softmax.Backward(Inputs.Logits, Inputs.Labels, gradient);
Print("softmax backward", gradient);

var square = new DistanceLoss();
float[] predictionGradient = new float[Inputs.Prediction.Length];
float[] targetGradient = new float[Inputs.Target.Length];
Print("square value", square.ForwardBackward(Inputs.Prediction, Inputs.Target, predictionGradient, targetGradient));
Print("square gradient", predictionGradient);
Print("square target gradient", targetGradient);

static void Print(string name, params float[] values) =>
    Console.WriteLine($"{name}: {string.Join(' ', values.Select(static value => BitConverter.SingleToUInt32Bits(value).ToString("X8")))}");
