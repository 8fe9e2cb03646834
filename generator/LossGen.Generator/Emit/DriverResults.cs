using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;

namespace LossGen.Generator.Emit;

/// <summary>Prints what a member does with the sums that drivers compute: memory for several, the calls, and the gradients that are sums.</summary>
internal sealed class DriverResults
{
    private readonly CodeWriter writer;
    private readonly LossUnit unit;

    // How many sums there is memory for.
    private readonly int memory;

    private DriverResults(CodeWriter writer, LossUnit unit, int memory)
    {
        this.writer = writer;
        this.unit = unit;
        this.memory = memory;
    }

    /// <summary>Declares the memory for the drivers of a member, once for all of them.</summary>
    public static DriverResults Declare(CodeWriter writer, LossUnit unit, EntryPoint member) =>
        Declare(writer, unit, new[] { member.Driver, member.AllGradientsDriver, member.AllDirectionsDriver }.OfType<Driver>());

    /// <summary>The same for any drivers.</summary>
    public static DriverResults Declare(CodeWriter writer, LossUnit unit, IEnumerable<Driver> drivers)
    {
        int memory = drivers.Where(static driver => driver.LeavesSums).Select(static driver => driver.Sums).DefaultIfEmpty().Max();
        if (memory > 0)
        {
            writer.Line($"global::System.Span<double> {unit.Local("sums")} = stackalloc double[{Literals.Integer(memory)}];");
        }

        return new DriverResults(writer, unit, memory);
    }

    /// <summary>The sums that a driver computes; one that leaves several in memory is called first.</summary>
    public string[] Of(Driver driver, IEnumerable<string> scales)
    {
        if (!driver.LeavesSums)
        {
            return [MemberCalls.Call(unit, driver, scales)];
        }

        string sums = unit.Local("sums");
        string lent = driver.Sums == memory ? sums : $"{sums}.Slice(0, {Literals.Integer(driver.Sums)})";
        writer.Line($"{MemberCalls.Call(unit, driver, scales.Append(lent))};");
        return [.. Enumerable.Range(0, driver.Sums).Select(number => $"{sums}[{Literals.Integer(number)}]")];
    }

    /// <summary>Stores the gradients of inputs that are one number, which a driver returns as sums after those of the value.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="sums">These sums.</param>
    /// <param name="isInBlock">Whether its call stands in a block of its own, as those with more gradients than the first do.</param>
    public void Store(Driver driver, string[] sums, bool isInBlock)
    {
        Tensor[] learned = [.. unit.Gradients.Where(static gradient => gradient.Layout == TensorLayout.Call).Take(sums.Length)];

        // What is computed must not depend on whether the caller wants this gradient.
        if (learned.Length > 0 && !driver.LeavesSums)
        {
            string local = unit.Local(isInBlock ? "sumOfAll" : "sum");
            writer.Line($"double {local} = {sums[0]};");
            sums = [local];
        }

        foreach ((Tensor gradient, string sum) in learned.Zip(sums, static (gradient, sum) => (gradient, sum)))
        {
            string store = $"{gradient.Name}[0] = {(gradient.Element == ScalarType.Double ? sum : "(float)" + sum)};";
            if (!gradient.IsOptional)
            {
                writer.Line(store);
                continue;
            }

            using (writer.Block($"if (!{gradient.Name}.IsEmpty)"))
            {
                writer.Line(store);
            }

            writer.Line();
        }
    }
}
