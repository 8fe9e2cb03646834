using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

// The members that leave predictions and the like besides value and gradient.
internal sealed partial class MemberPrinter
{
    private void PrintForwardOutputs(EntryPoint member)
    {
        PrintHead(member, MemberKind.ForwardOutputs);
        using (writer.Block($"public {valueType} Forward({Parameters([.. inputs, .. unit.SideOutputs])})"))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintSideOutputs(writer, unit, gradient: null);
            GuardPrinter.PrintLabels(writer, unit);
            PrintSomethingKept();
            string[] sums = DriverResults.Declare(writer, unit, member).Of(member.Driver, []);
            writer.Line($"return this.Total({Created(sums)});");
        }
    }

    private void PrintForwardBackwardOutputs(EntryPoint member)
    {
        Tensor gradient = unit.Gradients[0];
        PrintHead(member, MemberKind.ForwardBackwardOutputs);
        using (writer.Block($"public {valueType} ForwardBackward({Parameters([.. inputs, gradient, .. unit.SideOutputs])}, {ScaleParameter})"))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintGradients(writer, unit, [gradient]);
            GuardPrinter.PrintSideOutputs(writer, unit, gradient);
            GuardPrinter.PrintLabels(writer, unit);
            writer.Line($"{sumsType} {total} = {Whole()};");
            GuardPrinter.PrintSomethingKept(writer, unit, total);
            string[] scales = Scales();
            string[] sums = DriverResults.Declare(writer, unit, member).Of(member.Driver, scales);
            writer.Line($"return this.Total({Created(All(sums))});");
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
