using LossGen.Inspection.Sources;

namespace LossGen.Explain.Sources;

/// <summary>Reads the arguments that name what to explain: a declaration, or files.</summary>
internal static class SourceArguments
{
    private const string Extension = ".cs";

    public static IReadOnlyList<SourceFile> Read(IReadOnlyList<string> inputs) => inputs is [string single] && single.TrimStart().StartsWith('[')
        ? [SourceFile.Declaration(single)]
        : inputs.Count > 0
            ? [.. inputs.Select(ReadFile)]
            : throw new UsageException("There is nothing to explain: write a declaration such as '[SoftmaxLoss(Shape.Batch, 10)]', in quotes, or the path of a .cs file; --help has the options.");

    private static SourceFile ReadFile(string path)
    {
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"'{path}' is neither a declaration in brackets nor a {Extension} file: write '[SoftmaxLoss(Shape.Batch, 10)]', in quotes, or the path of a {Extension} file.");
        }

        try
        {
            return SourceFile.File(path, File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be read: {exception.Message} Paths are relative to {Environment.CurrentDirectory}.");
        }
    }
}
