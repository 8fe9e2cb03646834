using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints a table of constants.</summary>
internal static class TablePrinter
{
    private const int ConstantsPerLine = 8;

    public static void Print(CodeWriter writer, ConstantTable table)
    {
        string[] numbers = [.. table.Values.Select(value => Literals.Of(value.Value, table.Element))];
        writer.Line($"// {InvariantText.Capitalised(table.Description)}.");
        string element = KernelPrinter.TypeName(new IrType(table.Element));

        // The compiler keeps such an array as data and allocates nothing; a collection expression would do the same, but needs C# 12.
        string head = $"private static global::System.ReadOnlySpan<{element}> {table.Name} =>";
        string array = $"new {element}[]";
        if (numbers.Length <= ConstantsPerLine)
        {
            writer.Line($"{head} {array} {{ {string.Join(", ", numbers)} }};");
            return;
        }

        writer.Line($"{head} {array}");
        using (writer.Indented("{", "};"))
        {
            for (int first = 0; first < numbers.Length; first += ConstantsPerLine)
            {
                writer.Line(string.Join(", ", numbers.Skip(first).Take(ConstantsPerLine)) + ",");
            }
        }
    }
}
