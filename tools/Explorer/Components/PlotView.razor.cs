using System.Globalization;
using LossGen.Explorer.Compilation;
using LossGen.Explorer.Plotting;
using LossGen.Generator.Model;
using LossGen.Inspection.Sources;
using Microsoft.AspNetCore.Components;

namespace LossGen.Explorer.Components;

/// <summary>The plot of a loss.</summary>
public sealed partial class PlotView
{
    private LossProbe? _probe;
    private LossProbe? _reference;
    private PlotSettings _settings = null!;
    private Plot? _plot;
    private string? _message;
    private string _comparison = "";
    private int _drawing;

    [Microsoft.AspNetCore.Components.Parameter, EditorRequired]
    public ExploredLoss Loss { get; set; } = null!;

    [Microsoft.AspNetCore.Components.Parameter]
    public PlotPreset? Preset { get; set; }

    private PlotInput Varied => _probe!.Signature.Inputs[_settings.Input];

    private string Status => _message ?? (_plot is null ? "Drawing …" : _comparison);

    private IReadOnlyList<ChartLine> DifferenceLines =>
        [.. _plot!.Curves.Select(static (curve, number) => (curve, number)).Where(static each => each.curve.Differences is not null).Select(static each => new ChartLine(each.curve.Name, each.curve.Differences!, each.number, IsDashed: false))];

    protected override async Task OnInitializedAsync()
    {
        await Task.Delay(1);
        if (Loss.Text.HasErrors)
        {
            _message = "The text has errors, so that nothing can be run: the diagnostics explain them.";
            return;
        }

        try
        {
            _probe = LossProbe.Load(Loss.Text.Source, Loss.Declared);
        }
        catch (PlotException exception)
        {
            _message = exception.Message;
            return;
        }

        _settings = PlotSettings.Of(_probe.Signature, Loss.Spec, Preset);
        StateHasChanged();
        await Task.Delay(1);
        Compare();
        await DrawAsync();
    }

    private void Compare()
    {
        if (Loss.Spec.Element == ElementKind.Double)
        {
            _comparison = "This loss is computed in float64 itself, so that there is nothing to compare it with.";
            return;
        }

        try
        {
            CompiledSource source = DoubleVariant.Of(Loss.Text);
            DeclaredLoss? loss = source.FindLosses().FirstOrDefault(loss => loss.Name == Loss.Name);
            _reference = loss?.Spec is null ? null : LossProbe.Load(source, loss);
        }
        catch (PlotException)
        {
            // Left without a reference: what follows says so.
        }

        _comparison = _reference is not null
            ? "One sample. Full lines are the compiled kernel, run in this page; dashed lines the same declaration in float64."
            : "One sample, by the compiled kernel, run in this page. The declaration has no counterpart in float64 that compiles.";
    }

    private async Task VaryAsync()
    {
        _settings.SuggestRange(Varied);
        await DrawAsync();
    }

    // A later change ends an earlier drawing.
    private async Task DrawAsync()
    {
        int drawing = ++_drawing;
        try
        {
            _message = null;
            _settings.Element = Math.Min(_settings.Element, Varied.Length - 1);
            Plot plot = await Plot.DrawAsync(_probe!, _reference, _settings);
            _plot = drawing == _drawing ? plot : _plot;
        }
        catch (Exception exception) when (exception is PlotException or ArgumentException)
        {
            // Arguments are refused by the loss's own guards, such as those of labels.
            _message = exception.Message;
            _plot = null;
        }

        StateHasChanged();
    }

    private static IReadOnlyList<ChartLine> LinesOf(IEnumerable<Curve> curves, int first) =>
    [
        .. curves.SelectMany((curve, number) => curve.Reference is null
            ? [new ChartLine(curve.Name, curve.Computed, first + number, IsDashed: false)]
            : new ChartLine[] { new(curve.Name, curve.Computed, first + number, IsDashed: false), new("float64", curve.Reference, first + number, IsDashed: true) }),
    ];

    private static string Digits(double number) => number.ToString("G9", CultureInfo.InvariantCulture).Replace('-', '−');
}
