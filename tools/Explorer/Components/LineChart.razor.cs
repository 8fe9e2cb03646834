using System.Globalization;
using System.Net;
using System.Text;
using LossGen.Explorer.Plotting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LossGen.Explorer.Components;

/// <summary>A chart of lines.</summary>
public sealed partial class LineChart
{
    private const int Left = 64;
    private const int Right = 16;
    private const int Top = 12;
    private const int Bottom = 28;
    private const int PixelsPerTick = 90;
    private const int LeastTicks = 4;
    private const int Highest = 300;
    private const int LowHeight = 180;

    // As wide as its place when it is first drawn, so that its text has the size of all other text.
    private int _width;
    private Axis _across = null!;
    private Axis _up = null!;

    [Microsoft.AspNetCore.Components.Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What is on the horizontal axis.</summary>
    [Microsoft.AspNetCore.Components.Parameter, EditorRequired]
    public string Axis { get; set; } = "";

    [Microsoft.AspNetCore.Components.Parameter, EditorRequired]
    public double[] Points { get; set; } = [];

    /// <summary>Whether half the height is enough.</summary>
    [Microsoft.AspNetCore.Components.Parameter]
    public bool IsLow { get; set; }

    [Microsoft.AspNetCore.Components.Parameter, EditorRequired]
    public IReadOnlyList<ChartLine> Lines { get; set; } = [];

    [Inject]
    private IJSRuntime Page { get; set; } = null!;

    private int Height => IsLow ? LowHeight : Math.Min(Highest, _width * 3 / 4);

    protected override void OnInitialized() => _width = ((IJSInProcessRuntime)Page).Invoke<int>("explorer.widthWithin", "panel");

    protected override void OnParametersSet()
    {
        _across = Plotting.Axis.Over(Points, Math.Max(LeastTicks, _width / PixelsPerTick), isTight: true);
        _up = Plotting.Axis.Over(Lines.SelectMany(static line => line.Values), IsLow ? 4 : 6);
    }

    private string X(double number) => Text(Left + (_across.Place(number) * (_width - Left - Right)));

    private string Y(double number) => Text(Height - Bottom - (_up.Place(number) * (Height - Top - Bottom)));

    // A line ends where it is infinite or not a number, and begins again.
    private string Path(ChartLine line)
    {
        var path = new StringBuilder();
        bool isDrawing = false;
        for (int i = 0; i < Points.Length; i++)
        {
            bool isFinite = double.IsFinite(line.Values[i]);
            if (isFinite)
            {
                path.Append(isDrawing ? 'L' : 'M').Append(X(Points[i])).Append(' ').Append(Y(line.Values[i]));
            }

            isDrawing = isFinite;
        }

        return path.ToString();
    }

    private static MarkupString Label(string x, string y, string anchor, double tick) =>
        new($"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" dominant-baseline=\"middle\">{WebUtility.HtmlEncode(Plotting.Axis.Text(tick))}</text>");

    private static MarkupString Label(int x, string y, string anchor, double tick) => Label(x.ToString(CultureInfo.InvariantCulture), y, anchor, tick);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
