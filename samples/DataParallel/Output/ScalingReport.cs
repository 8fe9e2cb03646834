using DataParallel.Scaling;
using Spectre.Console;

namespace DataParallel.Output;

/// <summary>Prints the scaling that is predicted.</summary>
public static class ScalingReport
{
    /// <summary>Prints a row for each number of ranks, after what they come from.</summary>
    public static void Write(IReadOnlyList<ScalingRow> rows, int batchSize, int parameters, RingAllReduce network)
    {
        Console.WriteLine("This is a prediction, not a measurement: only what a step computes was timed, on this machine and one rank at a time.");
        Console.WriteLine(
            $"All-reduce over a ring, {network.LatencySeconds * 1e6:G4} µs a message and {network.BytesPerSecond / 1e9:G4} GB/s, of {parameters:N0} gradients and the sums of the loss; minibatches of {batchSize} images.");
        Table table = new Table().Border(TableBorder.Rounded).Title("Predicted");
        foreach (string heading in (string[])["Ranks", "Images", "Compute", "All-reduce", "Step", "Speed-up", "Efficiency"])
        {
            table.AddColumn(heading, static column => column.RightAligned());
        }

        foreach (ScalingRow row in rows)
        {
            double speedup = rows[0].StepSeconds / row.StepSeconds;
            table.AddRow(
                $"{row.Ranks}",
                $"{row.Shard}",
                $"{row.ComputeSeconds * 1e6:F0} µs",
                $"{row.CommunicationSeconds * 1e6:F0} µs",
                $"{row.StepSeconds * 1e6:F0} µs",
                $"{speedup:F1}",
                $"{speedup / row.Ranks * 100:F0} %");
        }

        AnsiConsole.Write(table);
    }
}
