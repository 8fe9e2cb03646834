using LossGen_App1;

// Eleven measurements, one of them wrong: the third data set of F. J. Anscombe, Graphs in Statistical Analysis, 1973.
float[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
float[] y = [7.46f, 6.77f, 12.74f, 7.11f, 7.81f, 8.84f, 6.08f, 5.39f, 8.15f, 6.42f, 5.73f];

Console.WriteLine($"squared loss  {Line.Fit(new SquaredLoss(), x, y)}");
Console.WriteLine($"robust loss   {Line.Fit(new RobustLoss(), x, y)}");
