using LossGen.Benchmarks.MachineCode;
using LossGen.Benchmarks.Quick;
using LossGen.Benchmarks.Thorough;

return args is [KernelListing.Command, .. string[] workloads]
    ? KernelListing.Run(workloads)
    : LossGen.Benchmarks.BenchmarkCommandLine.Run(args, QuickCommand.Run, ThoroughCommand.Run);
