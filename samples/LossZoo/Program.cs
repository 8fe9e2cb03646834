using System.Text;
using LossZoo;
using LossZoo.Input;
using Spectre.Console;

// A pipe or a file has no width: do not wrap rows for it.
const int WidthOfAFile = 200;

return CommandLine.Run(args, static losses =>
{
    // The formulas are not ASCII.
    Console.OutputEncoding = Encoding.UTF8;
    if (Console.IsOutputRedirected)
    {
        AnsiConsole.Profile.Width = WidthOfAFile;
    }

    var input = new DigitInput();
    Console.WriteLine($"{DigitInput.Images} handwritten digits, compared with the mean of {input.OtherImages} others");

    int rows = 0;
    foreach (ILossExhibit loss in losses)
    {
        rows += LossTable.Write(loss.Name, loss.Formula, [.. loss.Rows(input)]);
    }

    Console.WriteLine($"{rows} declarations");
    return 0;
});
