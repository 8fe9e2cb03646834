namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>The C++ compiler is missing or fails.</summary>
public sealed class NativeCompilerException(string message) : Exception(message);
