using LossGen.Explorer.Compilation;
using LossGen.Explorer.Examples;
using LossGen.Explorer.Sharing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LossGen.Explorer.Components;

/// <summary>The page's state: a text, and what became of it.</summary>
public sealed partial class Workbench
{
    // Long enough for the browser to show what is going on before the compiler occupies it.
    private static readonly TimeSpan s_paint = TimeSpan.FromMilliseconds(30);

    private CodeEditor? _editor;
    private string _text = "";
    private Example? _example;
    private CompiledDeclaration? _compiled;
    private ExploredLoss? _loss;
    private IReadOnlyList<OfferedFix> _fixes = [];
    private string _status = "Starting the compiler";
    private bool _isCopied;
    private bool _isCompiling;
    private DotNetObjectReference<Workbench>? _self;

    [Inject]
    private IJSRuntime Page { get; set; } = null!;

    // Before the first rendering, which gives the editor its text.
    protected override void OnInitialized() =>
        Show(TextLink.Read(((IJSInProcessRuntime)Page).Invoke<string>("explorer.fragment")) ?? ExampleCatalog.All[0].Text);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Page.InvokeVoidAsync("explorer.onFragment", _self);
            await CompileAsync();
        }
    }

    public void Dispose() => _self?.Dispose();

    /// <summary>Shows the text of another link, opened in the same page.</summary>
    [JSInvokable]
    public async Task OpenAsync(string fragment)
    {
        if (TextLink.Read(fragment) is { } text && text != _text)
        {
            await ReplaceAsync(text);
        }
    }

    private void Show(string text)
    {
        _text = text;
        _example = ExampleCatalog.All.FirstOrDefault(example => example.Text == text);
        _isCopied = false;
    }

    private async Task Edited(string text)
    {
        Show(text);
        await Page.InvokeVoidAsync("explorer.setFragment", TextLink.Write(text));
        await CompileAsync();
    }

    private async Task ReplaceAsync(string text)
    {
        await _editor!.ReplaceAsync(text);
        await Edited(text);
    }

    private async Task ChooseExample(ChangeEventArgs change)
    {
        if (ExampleCatalog.All.FirstOrDefault(example => example.Name == (string?)change.Value) is { } example)
        {
            await ReplaceAsync(example.Text);
        }
    }

    private void ChooseLoss(ChangeEventArgs change) => _loss = _compiled!.Losses.First(loss => loss.Name == (string?)change.Value);

    private async Task Apply(OfferedFix fix) => await ReplaceAsync(await fix.ApplyAsync());

    private async Task CopyLink()
    {
        await Page.InvokeVoidAsync("explorer.setFragment", TextLink.Write(_text));
        _isCopied = await Page.InvokeAsync<bool>("explorer.copyAddress");
    }

    // What is typed meanwhile is compiled afterwards.
    private async Task CompileAsync()
    {
        if (_isCompiling)
        {
            return;
        }

        _isCompiling = true;
        try
        {
            string compiled;
            do
            {
                compiled = _text;
                await CompileAsync(compiled);
            }
            while (compiled != _text);
        }
        finally
        {
            _isCompiling = false;
        }
    }

    private async Task CompileAsync(string text)
    {
        await SayAsync(_compiled is null ? "Compiling for the first time, which takes some seconds" : "Compiling");
        _compiled = await CompiledDeclaration.CompileAsync(text);
        _loss = _compiled.Losses.FirstOrDefault(loss => loss.Name == _loss?.Name) ?? _compiled.Losses.FirstOrDefault();
        _fixes = [];
        await _editor!.MarkAsync(_compiled.Problems);
        await SayAsync("");
        _fixes = await FixFinder.FindAsync(_compiled);
        StateHasChanged();
    }

    private async Task SayAsync(string status)
    {
        _status = status;
        StateHasChanged();
        await Task.Delay(s_paint);
    }
}
