using Spectre.Console;

namespace Digits;

/// <summary>What the program prints after training.</summary>
public static class TrainingReport
{
    private const int MostRows = 30;

    /// <summary>Prints loss and accuracy by epoch: for every epoch, or for evenly spaced ones if there are many.</summary>
    public static void WriteTable(IReadOnlyList<EpochResult> results)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        foreach (string heading in (string[])["Epoch", "Train loss", "Test loss", "Test accuracy"])
        {
            table.AddColumn(heading, static column => column.RightAligned());
        }

        int step = (results.Count + MostRows - 1) / MostRows;
        foreach (EpochResult result in results)
        {
            if (result.Epoch % step == 0 || result.Epoch == results.Count)
            {
                table.AddRow(
                    $"{result.Epoch}",
                    $"{result.TrainLoss:F4}",
                    $"{result.TestLoss:F4}",
                    $"{result.Accuracy * 100:F1} %");
            }
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Prints the test accuracy after the last epoch, in a line that a script can also read.</summary>
    public static void WriteAccuracy(EpochResult last) =>
        Console.WriteLine($"test accuracy {last.Accuracy * 100:F1} %  ({last.Correct} of {last.Tested})");
}
