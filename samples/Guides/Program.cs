using Guides;

(float value, float test, _) = FirstCalls.Run(N: 8);
Console.WriteLine($"a batch of 8: {value:F4}, another: {test:F4}");

(float whole, _) = PartsOfABatch.Whole();
(float parts, _) = PartsOfABatch.InParts();
Console.WriteLine($"a batch of 16: {whole:F6}, in two parts: {parts:F6}");

Console.WriteLine($"16 pairs of vectors: {Embeddings.Run(N: 16).Value:F4}");

Half[] logits = [.. Inputs.Normal(1024 * 1000, seed: 7).Select(static x => (Half)x)];
int[] labels = Inputs.Labels(1024, 1000, seed: 8);
(float half, Half[] gradient) = HalfPrecision.Run(logits, labels);
float[] scaled = HalfPrecision.RunScaled(logits, labels);
Console.WriteLine($"1024 images of 16-bit logits: {half:F4}; gradients that are 0: {gradient.Count(static g => g == Half.Zero)}, with a scale {scaled.Count(static g => g == 0)}");
