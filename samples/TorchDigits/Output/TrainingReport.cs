using Digits;
using Spectre.Console;

namespace TorchDigits.Output;

/// <summary>The table that the program prints at the end.</summary>
public static class TrainingReport
{
    /// <summary>Prints what each loss has come to, and how long its steps took.</summary>
    public static void Write(TrainingRun run)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Loss", static column => column.NoWrap());
        foreach (string heading in (string[])["Training loss", "Test loss", "Test accuracy", "Median step", "of torch's"])
        {
            table.AddColumn(heading, static column => column.RightAligned());
        }

        Trainer? torch = run.Trainers.FirstOrDefault(static trainer => trainer.Kind == LossKind.Torch);
        for (int i = 0; i < run.Trainers.Count; i++)
        {
            Trainer trainer = run.Trainers[i];
            EpochResult last = run.Results[i][^1];
            table.AddRow(
                trainer.Kind.Name,
                $"{last.TrainLoss:F6}",
                $"{last.TestLoss:F4}",
                $"{last.Accuracy * 100:F1} %",
                $"{TrainingRun.MedianStep(trainer) * 1000:F0} µs",
                torch is null ? "–" : $"{TrainingRun.MedianStep(trainer) / TrainingRun.MedianStep(torch):F2}x");
        }

        AnsiConsole.Write(table);
    }
}
