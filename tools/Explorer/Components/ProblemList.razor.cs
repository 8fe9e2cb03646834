using System.Globalization;
using LossGen.Explorer.Compilation;
using Microsoft.AspNetCore.Components;

namespace LossGen.Explorer.Components;

/// <summary>The diagnostics of a text.</summary>
public sealed partial class ProblemList
{
    [Microsoft.AspNetCore.Components.Parameter, EditorRequired]
    public string Status { get; set; } = "";

    [Microsoft.AspNetCore.Components.Parameter, EditorRequired]
    public CompiledDeclaration? Compiled { get; set; }

    [Microsoft.AspNetCore.Components.Parameter, EditorRequired]
    public IReadOnlyList<OfferedFix> Fixes { get; set; } = [];

    /// <summary>Called to show a place in the text.</summary>
    [Microsoft.AspNetCore.Components.Parameter]
    public EventCallback<TextRange> OnShow { get; set; }

    /// <summary>Called to apply a fix.</summary>
    [Microsoft.AspNetCore.Components.Parameter]
    public EventCallback<OfferedFix> OnFix { get; set; }

    private string Summary => Status.Length > 0 ? Status + " …" : Compiled is null ? "" : $"{Counted(Compiled.Diagnostics.Length)}, compiled in {Compiled.Time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s";

    private static string Counted(int diagnostics) => diagnostics switch
    {
        0 => "No diagnostics",
        1 => "1 diagnostic",
        _ => $"{diagnostics} diagnostics",
    };
}
