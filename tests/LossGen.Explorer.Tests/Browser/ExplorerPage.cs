using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LossGen.Explorer.Tests.Browser;

/// <summary>The site in a browser, loaded once for all tests.</summary>
public sealed partial class ExplorerPage : IAsyncLifetime
{
    // The compiler runs in an interpreter: the first text may take a minute on a busy machine.
    private const float Patience = 300_000;

    private static readonly string[] s_arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private StaticSite? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IPage Page { get; private set; } = null!;

    /// <summary>How long it took until the first text was compiled.</summary>
    public TimeSpan FirstLoad { get; private set; }

    /// <summary>How much was transferred until then.</summary>
    public long FirstBytes { get; private set; }

    /// <summary>Errors that the page wrote to the console, and files that it did not get.</summary>
    public List<string> Faults { get; } = [];

    public ILocator Status => Page.Locator(".status").First;

    public async ValueTask InitializeAsync()
    {
        string files = await PublishedSite.FindAsync();
        if (!File.Exists(Path.Combine(files, "monaco", "monaco.js")))
        {
            throw new InvalidOperationException($"{files} has no editor, as npm was missing when it was published: install Node.js and publish again.");
        }

        _site = new StaticSite(files);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("LOSSGEN_CHROMIUM") ?? "/usr/bin/chromium",
            Args = s_arguments,
        });
        long start = Stopwatch.GetTimestamp();
        Page = await OpenAsync("");
        FirstLoad = Stopwatch.GetElapsedTime(start);
        FirstBytes = _site.Bytes;
    }

    /// <summary>Opens the site anew, with the cache of nothing.</summary>
    public async Task<IPage> OpenAsync(string fragment)
    {
        IPage page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 1000 } });
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => Faults.Add(error);
        page.Console += (_, message) => Faults.AddRange(message.Type == "error" ? [message.Text] : []);
        page.Response += (_, response) => Faults.AddRange(response.Status >= 400 ? [$"{response.Status} {response.Url}"] : []);
        await page.GotoAsync(_site!.Address + fragment);
        await CompiledAsync(page);
        await page.Locator(".editor[data-editor=monaco] .view-line").First.WaitForAsync();
        return page;
    }

    /// <summary>Waits until what is in the editor is compiled.</summary>
    public static async Task CompiledAsync(IPage page) => await Assertions.Expect(page.Locator(".status").First).ToHaveTextAsync(Compiled(), new LocatorAssertionsToHaveTextOptions { Timeout = Patience });

    /// <summary>Starts from an example.</summary>
    public async Task ChooseAsync(string example)
    {
        await Page.Locator(".controls select").First.SelectOptionAsync(example);
        await ChangedAsync();
    }

    /// <summary>Waits until a change is compiled, the fixes found, and the page at rest.</summary>
    public async Task ChangedAsync()
    {
        // Longer than the pause after which typing counts as finished.
        await Page.WaitForTimeoutAsync(700);
        await CompiledAsync(Page);
        await Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 50))");
    }

    public async Task OpenTabAsync(string name) => await Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = name }).ClickAsync();

    public async Task<string> TextAsync() => await Page.EvaluateAsync<string>("() => explorer.text()");

    public async Task PhotographAsync(string name) => await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PublishedSite.Metadata("Screenshots"), name + ".png"), FullPage = true });

    public async ValueTask DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
        _site?.Dispose();
    }

    [GeneratedRegex("compiled in")]
    private static partial Regex Compiled();
}
