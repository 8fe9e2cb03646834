using LossGen.Benchmarks.Quick;
using LossGen.Benchmarks.Thorough;

return LossGen.Benchmarks.BenchmarkCommandLine.Run(args, QuickCommand.Run, ThoroughCommand.Run);
