using System.Globalization;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Deque.AxeCore.Commons;
using LossGen.Explorer.Examples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LossGen.Explorer.Tests.Browser;

/// <summary>The site as a visitor uses it.</summary>
public sealed class BrowserTests(ExplorerPage explorer, ITestOutputHelper output) : IClassFixture<ExplorerPage>
{
    private static readonly string[] s_tabs = ["Code", "Mathematics", "Passes", "Plot"];

    private IPage Page => explorer.Page;

    [Fact]
    public async Task AMistakeIsSeenAtItsPlaceAndMended()
    {
        await TypeAsync("[SoftmaxLoss(32, 10)]\npublic sealed partial class L;");
        ILocator problem = Page.Locator(".problem.error");
        await Expect(problem).ToHaveCountAsync(1);
        await Expect(problem.Locator("a")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("docs/diagnostics/LG0003.md$"));
        await Expect(problem.Locator(".link")).ToHaveTextAsync("line 1, column 14");
        await Expect(Page.Locator(".squiggly-error")).ToHaveCountAsync(1);
        Assert.True(Math.Abs(await MiddleAsync(".squiggly-error") - await MiddleAsync(".view-line >> text=32")) < 40);
        await explorer.PhotographAsync("mistake");

        await problem.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Replace 32 by Shape.Batch" }).ClickAsync();
        await explorer.ChangedAsync();
        await Expect(Page.Locator(".problem")).ToHaveCountAsync(0);
        Assert.Equal("[SoftmaxLoss(Shape.Batch, 10)]\npublic sealed partial class L;", await explorer.TextAsync());
        await explorer.OpenTabAsync("Code");
        await Expect(Page.Locator(".code").First).ToContainTextAsync("// formula");
    }

    [Fact]
    public async Task EveryExampleReportsWhatItIsMeantTo()
    {
        await explorer.OpenTabAsync("Code");
        foreach (Example example in ExampleCatalog.All)
        {
            await explorer.ChooseAsync(example.Name);
            Assert.Equal(example.Text, await explorer.TextAsync());
            Assert.Equal(example.Reported, await Page.Locator(".problem a").EvaluateAllAsync<string[]>("all => all.map(each => each.firstChild.textContent)"));
            await Expect(Page.Locator(".code .code-comment").Filter(new LocatorFilterOptions { HasText = "formula" })).ToHaveCountAsync(example.Name == "Mistake" ? 0 : 1);
            output.WriteLine($"{example.Name}: {await explorer.Status.TextContentAsync()}");
        }
    }

    [Fact]
    public async Task EveryTabShowsTheLoss()
    {
        await explorer.ChooseAsync("Huber");
        await explorer.OpenTabAsync("Mathematics");
        await Expect(Page.Locator("math mfrac").First).ToBeVisibleAsync();
        await explorer.OpenTabAsync("Passes");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Vectorise" }).ClickAsync();
        await Expect(Page.Locator(".pass ins").First).ToContainTextAsync("f64x4");
        await explorer.OpenTabAsync("Plot");
        await Expect(Page.Locator(".chart")).ToHaveCountAsync(3);
        await Expect(Page.Locator(".chart").First.Locator("path.line:not(.dashed)").First).ToHaveAttributeAsync("d", new System.Text.RegularExpressions.Regex("^M.*L.*L"));
        await Expect(Page.Locator("tbody tr")).ToHaveCountAsync(3);

        await Page.GetByLabel("Vary").SelectOptionAsync(new SelectOptionValue { Label = "delta" });
        ILocator from = Page.GetByRole(AriaRole.Spinbutton, new PageGetByRoleOptions { Name = "From" });
        await Expect(from).ToHaveValueAsync("0.1");
        await Expect(Page.Locator(".chart > svg").First).ToHaveAttributeAsync("aria-label", "Value over delta, from 0.1 to 2");
        await from.FillAsync("-1");
        await from.PressAsync("Enter");
        await Expect(Page.Locator(".panel [role=status]")).ToContainTextAsync("delta");
        await Expect(Page.Locator(".chart")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ALinkHoldsTheText()
    {
        await explorer.ChooseAsync("Margin");
        string fragment = new Uri(Page.Url).Fragment;
        IPage another = await explorer.OpenAsync(fragment);
        Assert.Equal(ExampleCatalog.All.Single(static example => example.Name == "Margin").Text, await another.EvaluateAsync<string>("() => explorer.text()"));
        await Expect(another.Locator(".controls select").First).ToHaveValueAsync("Margin");
        await another.CloseAsync();
    }

    [Theory]
    [InlineData(360, 780, "light")]
    [InlineData(360, 780, "dark")]
    [InlineData(1400, 1000, "light")]
    [InlineData(1400, 1000, "dark")]
    public async Task EveryViewFitsAndIsAccessible(int width, int height, string theme)
    {
        await Page.SetViewportSizeAsync(width, height);
        await Page.GetByLabel("Theme").SelectOptionAsync(theme);
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
        await explorer.ChooseAsync("LostDigits");
        foreach (string tab in s_tabs)
        {
            await explorer.OpenTabAsync(tab);
            await Expect(tab == "Plot" ? Page.Locator(".chart").First : Page.Locator(".panel :is(pre, math)").First).ToBeVisibleAsync();
            await explorer.PhotographAsync(string.Create(CultureInfo.InvariantCulture, $"{tab.ToLowerInvariant().Replace(' ', '-')}-{width}-{theme}"));
            Assert.Equal(width, await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            AxeResult result = await Page.RunAxe();
            Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(static rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help} at {node.Html}"))));
        }

        await Page.SetViewportSizeAsync(1400, 1000);
    }

    [Fact]
    public async Task TheThemeIsTheSystemsUnlessItIsChosen()
    {
        await Page.GetByLabel("Theme").SelectOptionAsync("system");
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await Expect(Page.Locator("html")).ToHaveAttributeAsync("data-theme", scheme.ToString().ToLowerInvariant());
        }
    }

    [Fact]
    public async Task TheKeyboardReachesEverything()
    {
        await explorer.ChooseAsync("Mistake");
        await Page.Locator(".monaco-host .view-line").First.ClickAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("Tab");
        Assert.Equal("plain-editor", await FocusedAsync("id"));
        await Page.Keyboard.PressAsync("Tab");
        Assert.Contains("LG0003", await FocusedAsync("textContent"), StringComparison.Ordinal);
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Add Shape.Batch in front", await FocusedAsync("textContent"));

        await Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = s_tabs[0] }).ClickAsync();
        await Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(s_tabs[1], await FocusedAsync("textContent"));
        await Page.Keyboard.PressAsync("End");
        Assert.Equal(s_tabs[3], await FocusedAsync("textContent"));
        await Page.Keyboard.PressAsync("Home");
        Assert.Equal(s_tabs[0], await FocusedAsync("textContent"));
    }

    [Fact]
    public async Task ATextFieldDoesAsWell()
    {
        await explorer.ChooseAsync("Square");
        await Page.GetByLabel("Plain text field").CheckAsync();
        ILocator field = Page.Locator("#editor-field");
        await field.FillAsync("[SquareLoss]\npublic sealed class Distance;");
        await explorer.ChangedAsync();
        await Expect(Page.Locator(".problem a")).ToContainTextAsync("LG0001");
        await Page.Locator(".problem .link").ClickAsync();
        Assert.Equal("Distance", await field.EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)"));
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make 'Distance' partial" }).ClickAsync();
        await explorer.ChangedAsync();
        await Expect(Page.Locator(".problem")).ToHaveCountAsync(0);
        await Expect(field).ToHaveValueAsync("[SquareLoss]\npublic sealed partial class Distance;");
        await Page.GetByLabel("Plain text field").UncheckAsync();
        await Page.Locator(".monaco-host .view-line").First.WaitForAsync();
        Assert.Equal("[SquareLoss]\npublic sealed partial class Distance;", await explorer.TextAsync());
    }

    [Fact]
    public async Task ThePageIsFreeOfFaults()
    {
        await explorer.ChooseAsync("Square");
        string warm = (await explorer.Status.TextContentAsync())!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first load: {explorer.FirstBytes / 1e6:0.0} MB, first text compiled after {explorer.FirstLoad.TotalSeconds:0.0} s; warm: {warm}"));
        Assert.True(explorer.FirstBytes < 20_000_000);
        Assert.Empty(explorer.Faults);
    }

    private async Task TypeAsync(string text)
    {
        await Page.Locator(".monaco-host .view-line").First.ClickAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
        await explorer.ChangedAsync();
    }

    private async Task<string> FocusedAsync(string property) => await Page.EvaluateAsync<string>($"() => document.activeElement[{JsonSerializer.Serialize(property)}]");

    private async Task<float> MiddleAsync(string selector)
    {
        LocatorBoundingBoxResult box = (await Page.Locator(selector).First.BoundingBoxAsync())!;
        return box.X + (box.Width / 2);
    }
}
