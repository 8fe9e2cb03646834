using System.Reflection;

namespace Digits;

/// <summary>Finds the file that the compiler wrote for the generated loss.</summary>
public static class GeneratedSource
{
    /// <summary>The path of the source generated for a loss, relative to the current directory; null if this build did not keep it.</summary>
    public static string? Find(Type loss)
    {
        // Relative to the program's directory, so that the build may be moved as a whole.
        string? folder = loss.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(static metadata => metadata.Key == "GeneratedFiles")?.Value;
        if (folder is null)
        {
            return null;
        }

        string path = Path.GetFullPath(
            Path.Combine(folder, "LossGen.Generator", "LossGen.Generator.LossGenerator", $"{loss.FullName}.g.cs"),
            AppContext.BaseDirectory);
        return File.Exists(path) ? Path.GetRelativePath(Environment.CurrentDirectory, path) : null;
    }
}
