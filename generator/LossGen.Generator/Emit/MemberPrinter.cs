using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints the public members that kernels serve: documentation, guards, the call of the kernel. The sums serve <c>Sums</c> and <c>Forward</c>; the
/// gradients <c>Backward</c>, of these inputs alone and of a whole of which they are a part; both together <c>ForwardBackward</c>.
/// </summary>
internal sealed partial class MemberPrinter(CodeWriter writer, LossUnit unit, string generatedCode)
{
    private const string Needed = "NeededSums";
    private const string Guard = "global::LossGen.CompilerServices.LossGuard";

    private readonly Tensor[] inputs = MemberCalls.Inputs(unit);
    private readonly string given = string.Join(", ", MemberCalls.Inputs(unit).Select(static input => input.Name));
    private readonly string gradients = string.Join(", ", unit.Gradients.Select(static gradient => gradient.Name));
    private readonly string sumsType = SumsPrinter.TypeName(unit);
    private readonly string valueType = KernelPrinter.TypeName(unit.Prediction.ElementType);
    private readonly string total = MemberSignature.Total(unit);
    private readonly string scale = MemberSignature.Scale(unit);
    private readonly List<MemberSignature> printed = [];

    /// <summary>The members that are printed so far.</summary>
    public IReadOnlyList<MemberSignature> Printed => printed;

    // The gradients that every call takes.
    private Tensor[] Required => [.. unit.Gradients.Where(static gradient => !gradient.IsOptional)];

    // The numbers of the sums that come with the gradients.
    private int[] Later => unit.LaterNumbers.Count > 0 ? [.. unit.LaterNumbers] : [.. Enumerable.Range(0, unit.Sums)];

    // Where sums do not matter, or are not known yet.
    private string Unknown => SumsPrinter.Create(unit, Enumerable.Repeat("double.NaN", unit.Sums), MemberCalls.Count(unit));

    /// <summary>Prints the members of an entry point, each after an empty line but the first.</summary>
    public void Print(EntryPoint member)
    {
        switch (member.Outputs)
        {
            case { OfStatistics: true }:
                PrintBackwardOfStatistics(member);
                break;
            case { IsSharded: true }:
                PrintStatistics(member);
                writer.Line();
                PrintSumsOfStatistics();
                break;
            case { Each: true, AnyGradient: false }:
                PrintForwardEach(member);
                break;
            case { Each: true }:
                PrintBackwardEach(member);
                break;
            case { Directions: > 0 }:
                PrintDoubleBackward(member);
                break;
            case { Curvature: true }:
                PrintCurvature(member);
                break;
            case { Side: not (OutputKinds.None or OutputKinds.Accuracy), AnyGradient: false }:
                PrintForwardOutputs(member);
                break;
            case { Side: not (OutputKinds.None or OutputKinds.Accuracy) }:
                PrintForwardBackwardOutputs(member);
                break;
            case { Value: true, AnyGradient: true }:
                PrintNeeded();
                PrintForwardBackward(member);
                break;
            case { Value: true }:
                string forward = PrintHead(member, MemberKind.Forward);
                writer.Line($"{forward} => this.Total(this.Sums({given}));");
                writer.Line();
                PrintSums(member);
                break;
            default:
                PrintBackward(member);
                writer.Line();
                PrintBackwardOfTotal(member);
                if (!unit.IsFused)
                {
                    writer.Line();
                    PrintSumsThenGradients(member);
                }

                break;
        }
    }

    private void PrintSums(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.Sums)))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintLabels(writer, unit, declaresKept: unit.CountsKept || unit.HasAccuracy);
            string[] sums = DriverResults.Declare(writer, unit, member).Of(member.Driver, MemberCalls.NoScales(member.Driver));
            string accuracy = unit.HasAccuracy ? $" {{ Correct = (long){sums[unit.Sums]}, Labelled = {MemberCalls.Labelled(unit)} }}" : "";
            writer.Line($"return {Created(sums.Take(unit.Sums))}{accuracy};");
        }
    }

    private void PrintBackward(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.Backward)))
        {
            if (unit.IsFused && unit.NeededSums is null)
            {
                GuardPrinter.PrintCounted(writer, unit);
            }

            writer.Line($"this.Backward({given}, {Whole()}, {gradients}, {scale});");
        }

        InterfacePrinter.PrintTyped(writer, unit, generatedCode, "Backward", "void");
    }

    private void PrintBackwardOfTotal(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.BackwardOfTotal)))
        {
            PrintGuards();
            writer.Line($"{Guard}.RequireWhole({total}.Count, {MemberCalls.Count(unit)}, {Literals.Text(total)}, {Literals.Text(unit.Prediction.Name)});");
            GuardPrinter.PrintSomethingKept(writer, unit, total);
            string[] scales = Scales();
            PrintGradients(member, DriverResults.Declare(writer, unit, member), scales, []);
        }
    }

    // Calls the driver of the gradients that the caller wants.
    private void PrintGradients(EntryPoint member, DriverResults results, string[] scales, IReadOnlyList<Tensor> multiplied)
    {
        PrintOptional(
            member,
            driver =>
            {
                WriteGradients(results, driver, scales, isInBlock: true);
                writer.Line("return;");
            },
            multiplied);
        WriteGradients(results, member.Driver, scales, isInBlock: false);
    }

    private void WriteGradients(DriverResults results, Driver driver, string[] scales, bool isInBlock)
    {
        if (driver.Sums == 0 || driver is { IsShared: true, LeavesSums: false })
        {
            writer.Line(MemberCalls.Call(unit, driver, scales) + ";");
            return;
        }

        results.Store(driver, results.Of(driver, scales), isInBlock);
    }

    private void PrintSumsThenGradients(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.ForwardBackward)))
        {
            writer.Line($"{sumsType} {total} = {Whole()};");
            writer.Line($"this.Backward({given}, {total}, {gradients}, {scale});");
            writer.Line($"return this.Total({total});");
        }

        InterfacePrinter.PrintTyped(writer, unit, generatedCode, "ForwardBackward", valueType);
    }

    private void PrintForwardBackward(EntryPoint member)
    {
        using (writer.Block(PrintHead(member, MemberKind.ForwardBackward)))
        {
            PrintGuards();
            writer.Line($"{sumsType} {total} = {Whole()};");
            GuardPrinter.PrintSomethingKept(writer, unit, total);
            string[] scales = Scales();
            DriverResults results = DriverResults.Declare(writer, unit, member);
            PrintOptional(member, Return, []);
            Return(member.Driver);

            void Return(Driver driver)
            {
                string[] sums = results.Of(driver, scales);
                results.Store(driver, [.. sums.Skip(Later.Length)], isInBlock: driver == member.AllGradientsDriver);
                writer.Line($"return this.Total({Created(All(sums))});");
            }
        }

        InterfacePrinter.PrintTyped(writer, unit, generatedCode, "ForwardBackward", valueType);
    }

    // All sums, of which only those that did not come before the gradients are computed with them.
    private IEnumerable<string> All(string[] sums) => Enumerable.Range(0, unit.Sums).Select(number =>
        Later.Contains(number) ? sums[Array.IndexOf(Later, number)] : $"{total}.{SumsPrinter.Property(unit.Total!.Sums[number])}");

    // The sums on which the factors of the gradients depend; the others are not known yet.
    private void PrintNeeded()
    {
        if (unit.NeededSums is not { } driver)
        {
            return;
        }

        writer.Line("// The sums on which the factors of the gradients depend, of labels and numbers alone.");
        writer.Line(generatedCode);
        using (writer.Block($"private {sumsType} {Needed}({string.Join(", ", inputs.Select(MemberCalls.Parameter))})"))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintLabels(writer, unit);
            string[] sums = DriverResults.Declare(writer, unit, [driver]).Of(driver, []);
            string[] all = [.. unit.Total!.Sums.Select(static _ => "double.NaN")];
            for (int i = 0; i < sums.Length; i++)
            {
                all[unit.NeededNumbers[i]] = sums[i];
            }

            writer.Line($"return {Created(all)};");
        }

        writer.Line();
    }

    // Prints what stands before a member, and returns how the member itself is declared.
    private string PrintHead(EntryPoint member, MemberKind kind)
    {
        MemberDocumentation.Print(writer, unit, member, kind);
        writer.Line(generatedCode);
        MemberSignature signature = MemberSignature.Of(unit, kind);
        printed.Add(signature);
        return signature.Declaration;
    }

    private void PrintGuards()
    {
        GuardPrinter.PrintInputs(writer, unit);
        GuardPrinter.PrintGradients(writer, unit, Required, []);
        GuardPrinter.PrintLabels(writer, unit);
    }

    // Calls the driver with every gradient if the caller wants more than the first, or less.
    private void PrintOptional(EntryPoint member, Action<Driver> run, IReadOnlyList<Tensor> multiplied)
    {
        if (member.AllGradientsDriver is not { } all)
        {
            return;
        }

        Tensor[] optional = [.. unit.Gradients.Where(static gradient => gradient.IsOptional)];
        if (optional is [var second])
        {
            using (writer.Block($"if (!{second.Name}.IsEmpty)"))
            {
                GuardPrinter.PrintGradients(writer, unit, optional, multiplied);
                run(all);
            }

            writer.Line();
            return;
        }

        PrintGiven(optional, multiplied);
        using (writer.Block($"if ({string.Join(" || ", optional.Select(gradient => (gradient == unit.Gradients[0] ? "" : "!") + gradient.Name + ".IsEmpty"))})"))
        {
            run(all);
        }

        writer.Line();
    }

    // Checks those that are given.
    private void PrintGiven(IEnumerable<Tensor> optional, IReadOnlyList<Tensor> multiplied)
    {
        foreach (Tensor gradient in optional)
        {
            using (writer.Block($"if (!{gradient.Name}.IsEmpty)"))
            {
                GuardPrinter.PrintGradients(writer, unit, [gradient], multiplied);
            }

            writer.Line();
        }
    }

    // The sums before the gradients, as far as these need them.
    private string Whole() => unit.NeededSums is not null ? $"this.{Needed}({given})" : unit.IsFused ? Unknown : $"this.Sums({given})";

    // The factors of the gradients, after what computes them.
    private string[] Scales()
    {
        string slopes = unit.Local("slopes");
        if (unit.Total is not null)
        {
            writer.Line($"global::System.Span<double> {slopes} = stackalloc double[{Literals.Integer(unit.Differentiated.Count)}];");
            writer.Line($"{MemberCalls.Kernels(unit)}.{unit.Slopes!.Name}({string.Join(", ", SumsPrinter.SlopeArguments(unit.Total, unit.Slopes, total).Append(slopes))});");
        }

        return [.. SumsPrinter.Scales(unit, total, slopes, scale)];
    }

    private string Created(IEnumerable<string> sums) => SumsPrinter.Create(unit, sums, MemberCalls.Count(unit));
}
