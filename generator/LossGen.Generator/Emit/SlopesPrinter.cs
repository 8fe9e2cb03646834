using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>Prints the derivatives of a total by its sums, the factors of the gradients.</summary>
internal static class SlopesPrinter
{
    public static void Print(CodeWriter writer, LossKernel slopes)
    {
        writer.Line($"// total     {slopes.Notes.Formula}");
        string parameters = string.Join(", ", slopes.Parameters.Select(static parameter => $"{KernelPrinter.TypeName(parameter.Variable.Type)} {parameter.Variable.Name}"));
        using (writer.Block($"internal static void {slopes.Name}({parameters}, {KernelPrinter.SumsParameter})"))
        {
            KernelPrinter.Print(writer, slopes.Body);
        }
    }
}
