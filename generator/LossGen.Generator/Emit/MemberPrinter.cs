using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints the public members that a kernel serves: documentation, guards, the call of the kernel. The sums serve <c>Sums</c> and <c>Forward</c>; the
/// gradients <c>Backward</c>, of these inputs alone and of a whole of which they are a part; both together <c>ForwardBackward</c>.
/// </summary>
internal static class MemberPrinter
{
    private const string Needed = "NeededSums";
    private const string Guard = "global::LossGen.CompilerServices.LossGuard";

    public static void Print(CodeWriter writer, LossUnit unit, EntryPoint member, string generatedCode)
    {
        if (member is { ReturnsValue: true, WritesGradient: true })
        {
            PrintBoth(writer, unit, member, generatedCode);
            return;
        }

        Tensor[] inputs = Inputs(unit);
        string given = string.Join(", ", inputs.Select(static input => input.Name));
        string sums = SumsPrinter.TypeName(unit);
        string value = KernelPrinter.TypeName(unit.Prediction.ElementType);
        if (member.ReturnsValue)
        {
            MemberDocumentation.Print(writer, unit, member, MemberKind.Forward);
            writer.Line(generatedCode);
            writer.Line($"public {value} Forward({Parameters(unit, inputs)}) => this.Total(this.Sums({given}));");
            writer.Line();
            MemberDocumentation.Print(writer, unit, member, MemberKind.Sums);
            writer.Line(generatedCode);
            using (writer.Block($"public {sums} Sums({Parameters(unit, inputs)})"))
            {
                GuardPrinter.PrintInputs(writer, unit);
                GuardPrinter.PrintLabels(writer, unit);
                PrintResult(writer, unit, member.Driver, [], of: static sums => sums);
            }

            return;
        }

        string total = unit.Local("total");
        string gradients = string.Join(", ", unit.Gradients.Select(static gradient => gradient.Name));
        MemberDocumentation.Print(writer, unit, member, MemberKind.Backward);
        writer.Line(generatedCode);
        using (writer.Block($"public void Backward({Parameters(unit, [.. inputs, .. unit.Gradients])})"))
        {
            string whole = Whole(unit);
            if (whole == Unknown(unit))
            {
                GuardPrinter.PrintSamples(writer, unit);
            }

            writer.Line($"this.Backward({given}, {whole}, {gradients});");
        }

        PrintForInterface(writer, unit, member, generatedCode);
        writer.Line();
        MemberDocumentation.Print(writer, unit, member, MemberKind.BackwardOfTotal);
        writer.Line(generatedCode);
        using (writer.Block($"public void Backward({string.Join(", ", inputs.Select(Parameter).Append($"in {sums} {total}").Concat(unit.Gradients.Select(tensor => Declaration(tensor, unit))))})"))
        {
            PrintGuards(writer, unit);
            writer.Line($"{Guard}.RequireWhole({total}.Count, {Count(unit)}, {Literals.Text(total)}, {Literals.Text(unit.Prediction.Name)});");
            string[] scales = Scales(writer, unit, total);
            PrintOptional(writer, unit, member, driver =>
            {
                writer.Line(Call(unit, driver, scales) + ";");
                writer.Line("return;");
            });
            writer.Line(Call(unit, member.Driver, scales) + ";");
        }

        if (!unit.IsFused)
        {
            writer.Line();
            MemberDocumentation.Print(writer, unit, member, MemberKind.ForwardBackward);
            writer.Line(generatedCode);
            using (writer.Block($"public {value} ForwardBackward({Parameters(unit, [.. inputs, .. unit.Gradients])})"))
            {
                writer.Line($"{sums} {total} = this.Sums({given});");
                writer.Line($"this.Backward({given}, {total}, {gradients});");
                writer.Line($"return this.Total({total});");
            }

            PrintForInterface(writer, unit, member with { Name = "ForwardBackward", ReturnsValue = true }, generatedCode);
        }
    }

    private static void PrintBoth(CodeWriter writer, LossUnit unit, EntryPoint member, string generatedCode)
    {
        if (unit.NeededSums is { } needed)
        {
            PrintNeeded(writer, unit, needed, generatedCode);
        }

        MemberDocumentation.Print(writer, unit, member, MemberKind.ForwardBackward);
        writer.Line(generatedCode);
        using (writer.Block($"public {KernelPrinter.TypeName(unit.Prediction.ElementType)} ForwardBackward({Parameters(unit, [.. Inputs(unit), .. unit.Gradients])})"))
        {
            PrintGuards(writer, unit);
            string total = unit.Local("total");
            writer.Line($"{SumsPrinter.TypeName(unit)} {total} = {Whole(unit)};");
            string[] scales = Scales(writer, unit, total);
            PrintOptional(writer, unit, member, driver => PrintResult(writer, unit, driver, scales, of: static sums => $"this.Total({sums})"));
            PrintResult(writer, unit, member.Driver, scales, of: static sums => $"this.Total({sums})");
        }

        PrintForInterface(writer, unit, member, generatedCode);
    }

    // The sums before the gradients, as far as these need them.
    private static string Whole(LossUnit unit)
    {
        string given = string.Join(", ", Inputs(unit).Select(static input => input.Name));
        return unit.NeededSums is not null ? $"this.{Needed}({given})" : unit.IsFused ? Unknown(unit) : $"this.Sums({given})";
    }

    // The sums on which the factors of the gradients depend; the others are not known yet.
    private static void PrintNeeded(CodeWriter writer, LossUnit unit, Driver driver, string generatedCode)
    {
        writer.Line("// The sums on which the factors of the gradients depend, of labels and numbers alone.");
        writer.Line(generatedCode);
        using (writer.Block($"private {SumsPrinter.TypeName(unit)} {Needed}({Parameters(unit, Inputs(unit))})"))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintLabels(writer, unit);
            EquatableArray<int> numbers = unit.NeededNumbers;
            string sums = unit.Local("sums");
            if (driver.LeavesSums)
            {
                writer.Line($"global::System.Span<double> {sums} = stackalloc double[{Literals.Integer(driver.Sums)}];");
                writer.Line($"{Call(unit, driver, [sums])};");
            }
            else
            {
                writer.Line($"double {sums} = {Call(unit, driver, [])};");
            }

            IEnumerable<string> all = Enumerable.Range(0, unit.Total!.Sums.Count).Select(number =>
                numbers.ToList().IndexOf(number) is >= 0 and var place ? driver.LeavesSums ? $"{sums}[{Literals.Integer(place)}]" : sums : "double.NaN");
            writer.Line($"return {SumsPrinter.Create(unit, all, Count(unit))};");
        }

        writer.Line();
    }

    // Where sums do not matter, or are not known yet.
    private static string Unknown(LossUnit unit) => SumsPrinter.Create(unit, Enumerable.Repeat("double.NaN", unit.Total?.Sums.Count ?? 1), Count(unit));

    // The factors of the gradients, after what computes them.
    private static string[] Scales(CodeWriter writer, LossUnit unit, string total)
    {
        string slopes = unit.Local("slopes");
        if (unit.Total is not null)
        {
            writer.Line($"global::System.Span<double> {slopes} = stackalloc double[{Literals.Integer(unit.Differentiated.Count)}];");
            writer.Line($"{Kernels(unit)}.{unit.Slopes!.Name}({string.Join(", ", SumsPrinter.SlopeArguments(unit.Total, unit.Slopes, total).Append(slopes))});");
        }

        return [.. SumsPrinter.Scales(unit, total, slopes)];
    }

    // Calls a kernel that computes sums, and returns what is made of them.
    private static void PrintResult(CodeWriter writer, LossUnit unit, Driver driver, IEnumerable<string> scales, Func<string, string> of)
    {
        string[] results = [Call(unit, driver, scales)];
        if (driver.LeavesSums)
        {
            string sums = unit.Local("sums");
            writer.Line($"global::System.Span<double> {sums} = stackalloc double[{Literals.Integer(driver.Sums)}];");
            writer.Line($"{Call(unit, driver, scales.Append(sums))};");
            results = [.. Enumerable.Range(0, driver.Sums).Select(number => $"{sums}[{Literals.Integer(number)}]")];
        }

        writer.Line($"return {of(SumsPrinter.Create(unit, results, Count(unit)))};");
    }

    private static void PrintGuards(CodeWriter writer, LossUnit unit)
    {
        GuardPrinter.PrintInputs(writer, unit);
        GuardPrinter.PrintGradients(writer, unit, [.. unit.Gradients.Where(static gradient => !gradient.IsOptional)]);
        GuardPrinter.PrintLabels(writer, unit);
    }

    // The interface has one gradient; an optional parameter does not implement it.
    private static void PrintForInterface(CodeWriter writer, LossUnit unit, EntryPoint member, string generatedCode)
    {
        if (unit.Gradients.Count > 1 && LossFilePrinter.Interface(unit) is { } implemented)
        {
            Tensor[] parameters = [.. Inputs(unit), unit.Gradients[0]];
            string result = member.ReturnsValue ? KernelPrinter.TypeName(unit.Prediction.ElementType) : "void";
            writer.Line();
            writer.Line(generatedCode);
            writer.Line($"{result} {implemented}.{member.Name}({string.Join(", ", parameters.Select(Parameter))}) => this.{member.Name}({string.Join(", ", parameters.Select(static p => p.Name))});");
        }
    }

    private static Tensor[] Inputs(LossUnit unit) => [.. unit.Inputs, .. unit.Weights is { Source: WeightSource.Call } given ? new[] { given.Tensor } : []];

    private static string Parameters(LossUnit unit, IEnumerable<Tensor> tensors) => string.Join(", ", tensors.Select(tensor => Declaration(tensor, unit)));

    // All gradients but the first may be omitted from a call.
    private static string Declaration(Tensor tensor, LossUnit unit) => Parameter(tensor) + (tensor.Role == TensorRole.Gradient && tensor != unit.Gradients[0] ? " = default" : "");

    private static string Parameter(Tensor tensor) => $"{KernelPrinter.SpanType(tensor)} {tensor.Name}";

    // Calls the driver with every gradient if the caller wants more than the first, or less.
    private static void PrintOptional(CodeWriter writer, LossUnit unit, EntryPoint member, Action<Driver> run)
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
                GuardPrinter.PrintGradients(writer, unit, optional);
                run(all);
            }

            writer.Line();
            return;
        }

        foreach (Tensor gradient in optional)
        {
            using (writer.Block($"if (!{gradient.Name}.IsEmpty)"))
            {
                GuardPrinter.PrintGradients(writer, unit, [gradient]);
            }

            writer.Line();
        }

        using (writer.Block($"if ({string.Join(" || ", optional.Select(gradient => (gradient == unit.Gradients[0] ? "" : "!") + gradient.Name + ".IsEmpty"))})"))
        {
            run(all);
        }

        writer.Line();
    }

    // What these inputs add to the count.
    private static string Count(LossUnit unit) => unit.CountedPerSample == 1 ? unit.Local("samples") : $"(long){unit.Local("samples")} * {Literals.Integer(unit.CountedPerSample)}";

    private static string Kernels(LossUnit unit) => $"global::{KernelClassPrinter.Namespace}.{KernelClassPrinter.ClassName(unit)}";

    private static string Call(LossUnit unit, Driver driver, IEnumerable<string> last)
    {
        IEnumerable<string> tensors = driver.Tensors.Select(tensor => tensor.Role switch
        {
            TensorRole.Input => unit.Inputs[tensor.Number].Name,
            TensorRole.Weights => unit.Weights!.Source == WeightSource.Call ? Weighting.Parameter : "this." + Weighting.Field,
            TensorRole.Parameters => "this." + unit.Parameters[tensor.Number].Name,
            _ => unit.GradientOf(tensor).Name,
        });
        IEnumerable<string> arguments = tensors
            .Append(unit.Local("samples"))
            .Concat(unit.Parameters.Where(static parameter => !parameter.IsPerClass).Select(static parameter => "this." + parameter.Name))
            .Concat(last);
        return $"{Kernels(unit)}.{driver.Name}({string.Join(", ", arguments)})";
    }
}
