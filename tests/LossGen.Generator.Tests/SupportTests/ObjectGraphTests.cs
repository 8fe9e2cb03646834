using System.Collections.Immutable;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.SupportTests;

/// <summary>The walk that looks for compiler objects finds them wherever they hide.</summary>
public sealed class ObjectGraphTests
{
    private static readonly ISymbol Symbol = Compilations.Create().GetSpecialType(SpecialType.System_Int32);

    [Fact]
    public void FindsCompilerObjects()
    {
        ISymbol captured = Symbol;
        object[] hiders =
        [
            Symbol,
            new PrivateField(Symbol),
            new Derived(Symbol),
            new object[] { 1, new[] { Symbol } },
            ImmutableArray.Create(Symbol),
            new Dictionary<string, ISymbol> { ["key"] = Symbol },
            new Func<ISymbol>(() => captured),
            ("text", (1, Symbol)),
            Location.None,
            Compilations.Create(),
        ];

        Assert.All(hiders, static hider => Assert.NotNull(ObjectGraph.FindCompilerObject(hider)));
    }

    [Fact]
    public void PassesPlainValuesAndEndsOnCycles()
    {
        var cycle = new List<object> { "text", 1.5, TestEnum.One, typeof(Location) };
        cycle.Add(cycle);

        Assert.Null(ObjectGraph.FindCompilerObject(cycle));
    }

    private enum TestEnum
    {
        One,
    }

    private class PrivateField(object content)
    {
        private readonly object content = content;

        public override string ToString() => content.GetType().Name;
    }

    private sealed class Derived(object content) : PrivateField(content);
}
