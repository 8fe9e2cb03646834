namespace LossGen.Generator.Model;

/// <summary>Whether calls are shared among threads; the numbers are those of the runtime's <c>LossParallelism</c>.</summary>
internal enum ParallelismKind
{
    None,
    Auto,
}
