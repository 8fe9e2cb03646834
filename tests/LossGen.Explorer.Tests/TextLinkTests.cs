using System.Globalization;
using LossGen.Explorer.Examples;
using LossGen.Explorer.Sharing;

namespace LossGen.Explorer.Tests;

/// <summary>A link holds its text.</summary>
public sealed class TextLinkTests
{
    [Fact]
    public void EveryExampleComesBack() => Assert.All(ExampleCatalog.All, static example => Assert.Equal(example.Text, TextLink.Read(TextLink.Write(example.Text))));

    [Theory]
    [InlineData("")]
    [InlineData("[SquareLoss] // σ ∂ \U0001D465 \r\n\t")]
    public void AnyTextComesBack(string text) => Assert.Equal(text, TextLink.Read(TextLink.Write(text)));

    [Theory]
    [InlineData("")]
    [InlineData("#declaration-title")]
    [InlineData("#text=")]
    [InlineData("#text=%%%")]
    [InlineData("#text=AAAA")]
    public void WhatIsNoLinkHoldsNothing(string fragment) => Assert.True(TextLink.Read(fragment) is null or "");

    [Fact]
    public void ATextThatWouldUnpackToAnySizeIsRefused() => Assert.Null(TextLink.Read(TextLink.Write(new string('x', TextLink.LongestText + 1))));

    [Fact]
    public void ALinkIsShort() => Assert.All(
        ExampleCatalog.All,
        static example => Assert.True(TextLink.Write(example.Text).Length < 1000, string.Create(CultureInfo.InvariantCulture, $"{example.Name}: {TextLink.Write(example.Text).Length}")));
}
