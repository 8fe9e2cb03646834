using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints the class that chooses among the kernels of a loss whose parameters are choices: for each driver, a method that calls the one of the case.</summary>
internal static class CasesPrinter
{
    public static void Print(CodeWriter writer, LossUnit unit, string generatedCode)
    {
        writer.Line();
        writer.Line(generatedCode);
        using (writer.Block($"file static class {KernelClassPrinter.ClassName(unit)}"))
        {
            bool isFirst = true;
            if (unit.Slopes is { } slopes)
            {
                isFirst = false;
                SlopesPrinter.Print(writer, slopes);
            }

            foreach (Driver driver in unit.Drivers)
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                Print(writer, unit, driver);
            }
        }
    }

    // The values of a case as a condition.
    private static string Condition(Driver driver, UnitCase @case) => string.Join(" && ", @case.Values.Select(value => (value.Parameter, Name: DriverPrinter.ChoiceName(driver, value.Parameter)) switch
    {
        ({ Enum: not null }, var name) => $"{name} == {ParametersPrinter.EnumValue(value.Parameter, value.Choice.Value)}",
        ({ Type: NumberType.Boolean }, var name) => (value.Choice.Value == 0 ? "!" : "") + name,
        (_, var name) => $"{name} == {InvariantText.Number(value.Choice.Value)}",
    }));

    private static void Print(CodeWriter writer, LossUnit unit, Driver driver)
    {
        using (writer.Block(DriverPrinter.Head(driver, unit.Choices)))
        {
            string arguments = string.Join(", ", DriverPrinter.Arguments(driver));
            foreach (UnitCase each in unit.Cases)
            {
                string call = $"{(driver.ReturnsValue ? "return " : "")}{KernelClassPrinter.ClassName(each.Unit)}.{driver.Name}{KernelPrinter.TypeList(DriverPrinter.Parameter(driver))}({arguments});";
                if (each == unit.Cases[unit.Cases.Count - 1])
                {
                    writer.Line(call);
                    break;
                }

                using (writer.Block($"if ({Condition(driver, each)})"))
                {
                    writer.Line(call);
                    if (!driver.ReturnsValue)
                    {
                        writer.Line("return;");
                    }
                }

                writer.Line();
            }
        }
    }
}
