using LossGen.Explain.MachineCode;
using Spectre.Console;

namespace LossGen.Explain.Printing;

/// <summary>Writes the machine code of a kernel, and what its loops are made of.</summary>
internal static class ListingWriter
{
    public static void Write(string method, AssemblyListing listing, ListingExtent extent, Page page)
    {
        bool isLoop = extent == ListingExtent.Loop && listing.Loops.Count > 0;
        page.Markup($"[bold]{method}[/]  {(isLoop ? "the innermost loop with the most vector instructions" : "all of it")}");
        foreach (MachineLoop loop in listing.Loops)
        {
            page.Line($"{loop.Label}: {loop.Instructions} instructions, {loop.VectorInstructions} with vectors, {loop.Calls} calls, {loop.StackAccesses} with a value on the stack", Color.Grey);
        }

        page.Line();
        foreach (string line in isLoop ? listing.Loops[0].Lines : listing.Lines)
        {
            page.Line(line, AssemblyListing.IsInstruction(line) ? null : Color.Grey);
        }
    }
}
