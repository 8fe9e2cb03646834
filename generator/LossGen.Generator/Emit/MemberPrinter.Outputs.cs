using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

// The members that leave predictions and the like besides value and gradient.
internal sealed partial class MemberPrinter
{
    private void PrintForwardOutputs(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.ForwardOutputs)))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintSideOutputs(writer, unit, []);
            GuardPrinter.PrintLabels(writer, unit);
            PrintSomethingKept();
            string[] sums = DriverResults.Declare(writer, unit, member).Of(member.Driver, MemberCalls.NoScales(member.Driver));
            writer.Line($"return this.Total({Created(sums)});");
        }
    }

    private void PrintForwardBackwardOutputs(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.ForwardBackwardOutputs)))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintGradients(writer, unit, Required, []);
            GuardPrinter.PrintSideOutputs(writer, unit, unit.Gradients);
            GuardPrinter.PrintLabels(writer, unit);
            writer.Line($"{sumsType} {total} = {Whole()};");
            GuardPrinter.PrintSomethingKept(writer, unit, total);
            string[] scales = Scales();
            DriverResults results = DriverResults.Declare(writer, unit, member);
            PrintOptional(member, Return, []);
            Return(member.Driver);

            void Return(Driver driver) => writer.Line($"return this.Total({Created(All(results.Of(driver, scales)))});");
        }
    }

    // Where a denominator of 0 throws, it is known before anything is written.
    private void PrintSomethingKept()
    {
        if (unit.Kept is { DividesByKept: true, WhenEmpty: WhenEmptyKind.Throw })
        {
            writer.Line($"{sumsType} {total} = {Whole()};");
            GuardPrinter.PrintSomethingKept(writer, unit, total);
        }
    }
}
