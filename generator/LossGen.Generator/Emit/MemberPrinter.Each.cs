using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

// The members of which a declaration asks: each location or element by itself, and second derivatives.
internal sealed partial class MemberPrinter
{
    private void PrintForwardEach(EntryPoint member)
    {
        PrintHead(member, MemberKind.ForwardEach);
        using (writer.Block($"public void ForwardEach({Parameters([.. inputs, unit.Values])})"))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintValues(writer, unit);
            GuardPrinter.PrintLabels(writer, unit);
            writer.Line(MemberCalls.Call(unit, member.Driver, []) + ";");
        }
    }

    private void PrintCurvature(EntryPoint member)
    {
        PrintHead(member, MemberKind.Curvature);
        using (writer.Block($"public {valueType} ForwardBackwardCurvature({Parameters([.. inputs, unit.Gradients[0], unit.Curvature])})"))
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
        PrintHead(member, MemberKind.BackwardEach);
        using (writer.Block($"public void BackwardEach({Parameters([.. inputs, unit.Upstream, .. unit.Gradients])})"))
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
        PrintHead(member, MemberKind.DoubleBackward);
        using (writer.Block($"public void DoubleBackward({Parameters([.. inputs, .. directions, .. unit.Gradients])}, {ScaleParameter})"))
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
