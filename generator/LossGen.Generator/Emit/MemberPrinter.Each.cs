using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

// The members of which a declaration asks: each location or element by itself, and second derivatives.
internal sealed partial class MemberPrinter
{
    private void PrintForwardEach(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.ForwardEach)))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintValues(writer, unit);
            GuardPrinter.PrintLabels(writer, unit);
            writer.Line(MemberCalls.Call(unit, member.Driver, []) + ";");
        }
    }

    private void PrintCurvature(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.Curvature)))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintGradients(writer, unit, [unit.Gradients[0]], []);
            GuardPrinter.PrintCurvature(writer, unit);
            GuardPrinter.PrintLabels(writer, unit);
            PrintSomethingKept();
            string[] sums = DriverResults.Declare(writer, unit, member).Of(member.Driver, [Literals.Double(unit.Weight.Value)]);
            writer.Line($"return this.Total({Created(sums)});");
        }
    }

    private void PrintBackwardEach(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.BackwardEach)))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintUpstream(writer, unit);
            GuardPrinter.PrintGradients(writer, unit, Required, [unit.Upstream]);
            GuardPrinter.PrintLabels(writer, unit);
            PrintGradients(member, DriverResults.Declare(writer, unit, member), [Literals.Double(unit.Weight.Value)], [unit.Upstream]);
        }
    }

    private void PrintDoubleBackward(EntryPoint member)
    {
        Tensor[] directions = [.. unit.Directions];
        using (writer.Block(PrintHead(member, MemberKind.DoubleBackward)))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintDirections(writer, unit, [directions[0]]);
            GuardPrinter.PrintGradients(writer, unit, Required, directions);
            GuardPrinter.PrintLabels(writer, unit);
            writer.Line($"{sumsType} {total} = {Whole()};");
            GuardPrinter.PrintSomethingKept(writer, unit, total);
            string[] scales = Scales();
            DriverResults results = DriverResults.Declare(writer, unit, member);
            if (member.AllDirectionsDriver is { } all)
            {
                Tensor[] further = [.. directions.Skip(1)];
                using (writer.Block($"if ({string.Join(" || ", further.Select(static direction => $"!{direction.Name}.IsEmpty"))})"))
                {
                    GuardPrinter.PrintDirections(writer, unit, further);
                    PrintGiven([.. unit.Gradients.Where(static gradient => gradient.IsOptional)], directions);
                    WriteGradients(results, all, scales, isInBlock: true);
                    writer.Line("return;");
                }

                writer.Line();
            }

            PrintGradients(member, results, scales, directions);
        }
    }
}
