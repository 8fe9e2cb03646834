using System.Runtime.CompilerServices;
using LossGen.Generator.Declarations;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Tests;

/// <summary>
/// The effect on declarations of an edit in another file: none if it does not change the declared surface, and otherwise exactly that of
/// a fresh driver.
/// </summary>
public sealed class DeclaredSurfaceTests
{
    private const int Steps = 400;

    // Each file in several versions; a declaration in one depends on other files in every possible way.
    private static readonly string[][] Files =
    [
        [
            "using LossGen; [SoftmaxLoss(Shape.Batch, Sizes.Classes)] sealed partial class DigitLoss : Base;",
            "using LossGen; /* A comment. */ [SoftmaxLoss(Shape.Batch, Sizes.Classes)] sealed partial class DigitLoss : Base;",
            "using LossGen; [SoftmaxLoss(Shape.Batch, Sizes.Classes, Weight = 0.5)] sealed partial class DigitLoss : Base;",
            "using LossGen; [SoftmaxLoss(Shape.Batch, Sizes.Classes, Weighting = WeightingMode.PerClass)] sealed partial class DigitLoss : Base;",
            "class NoLoss;",
        ],
        [
            "static class Sizes { public const int Classes = Half + Half; const int Half = 5; public static int Twice() { return 2 * Classes; } }",
            "static class Sizes { public const int Classes = Half + Half; const int Half = 5; public static int Twice() => Classes + Classes; }",
            "static class Sizes { public const int Classes = Half + Half; const int Half = 6; }",
            "static class Sizes { public static int Classes = 10; }",
            "enum Sizes { Classes = 10 }",
        ],
        [
            "class Base { int hidden = 1; public int Shown() { return hidden; } }",
            "class Base { int hidden = 2; public int Shown() { return hidden + 1; } }",
            "class Base { protected int Forward; }",
            "class Base(int number) { public int Number => number; }",
            "",
        ],
        [
            "partial class DigitLoss { int Own() { return 1; } }",
            "partial class DigitLoss { int Own() { int Forward = 1; return Forward; } }",
            "partial class DigitLoss { int Forward; }",
            "partial class DigitLoss(int number) { public int Number => number; }",
            "class DigitLoss;",
        ],
        [
            "[Renamed(LossGen.Shape.Batch, 4)] partial class AliasedLoss;",
            "[LossGen.SquareLoss] partial class AliasedLoss;",
            "[System.Obsolete] partial class AliasedLoss;",
        ],
        [
            "global using Renamed = LossGen.SoftmaxLossAttribute;",
            "global using Renamed = LossGen.MultinomialLogisticLossAttribute;",
            "using Renamed = LossGen.SoftmaxLossAttribute;",
            "class RenamedAttribute : System.Attribute { public RenamedAttribute(int a, int b) { } }",
        ],
        [
            "class Nothing { void Method() { } }",
            "class Nothing { void Method() { /* A comment. */ } } // Another.",
            "[LossGen.SquareLoss] partial class digitLoss;",
            "namespace LossGen { class SquareLossAttribute : System.Attribute; }",
        ],
    ];

    [Fact]
    public void EveryEditGivesWhatAFreshRunGives()
    {
        var random = new Random(1);
        SyntaxTree[] trees = [.. Files.Select(static (versions, file) => Compilations.Parse(versions[0], $"File{file}.cs"))];
        Compilation compilation = Compilations.Create(trees);

        // As a compiler runs it: if steps are tracked, Roslyn 5.9 loses the outputs of a combined provider two runs after an item was removed.
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new LossGenerator().AsSourceGenerator()], parseOptions: Compilations.ParseOptions);
        driver = GeneratorTester.Run(driver, compilation);
        int changes = 0;
        for (int step = 0; step < Steps; step++)
        {
            int file = random.Next(Files.Length);
            SyntaxTree edited = Compilations.Parse(Files[file][random.Next(Files[file].Length)], trees[file].FilePath);
            compilation = compilation.ReplaceSyntaxTree(trees[file], edited);
            trees[file] = edited;
            string before = Text(driver);
            driver = GeneratorTester.Run(driver, compilation);
            Assert.Equal(Text(GeneratorTester.Run(compilation)), Text(driver));
            changes += before == Text(driver) ? 0 : 1;
        }

        Assert.InRange(changes, Steps / 10, Steps - (Steps / 10));
    }

    [Theory]
    [InlineData("class Other { int Number() { return 1; } }", "class Other { int Number() { return 2; } }", true)]
    [InlineData("class Other { int Number => 1; }", "class Other { int Number => 2; } // A comment.", true)]
    [InlineData("#if DEBUG\nclass Other;\n#endif", "", true)]
    [InlineData("System.Console.WriteLine(1);", "System.Console.WriteLine(2); System.Console.WriteLine(3);", true)]
    [InlineData("int Local() => 3;", "int Local() => 4;", true)]
    [InlineData("class Other { static int Number() => 1; }", "class Other { static int Number() => 2; }", true)]
    [InlineData("class Other { int Number() { return 1; } }", "class Other { int Number() { return 1)); } }", true)]
    [InlineData("class Other { const int Number = 2 * 10; }", "class Other { const int Number = /* Twice ten. */ 2 * 10; }\n#pragma warning disable\n#region A\n#endregion", true)]
    [InlineData("System.Console.WriteLine(1);", "System.Console.WriteLine(2); int Local() => 3;", false)]
    [InlineData("class Other { const int Number = 2 * 10; }", "class Other { const int Number = 2 * 10); }", false)]
    [InlineData("class Other { const int Number = 2 * 10); }", "class Other { const int Number = 2 * 10)); }", false)]
    [InlineData("class Other { const int Number = 2 * (1); }", "class Other { const int Number = 2 * (1; }", false)]
    [InlineData("class Other;", "#nullable disable\nclass Other;", false)]
    [InlineData("class Other { void Method() { } int number; }", "class Other { void Method() {\n#nullable disable\n } int number; }", false)]
    [InlineData("#if DEBUG\nclass Other;\n#endif", "#if !DEBUG\nclass Other;\n#endif", false)]
    [InlineData("class Other { System.Func<int> f = () => { return 1; }; }", "class Other { System.Func<int> f = () => { return 2; }; }", false)]
    [InlineData("class Other { const int Number = 1; }", "class Other { const int Number = 2; }", false)]
    [InlineData("class Other;", "class Another;", false)]
    [InlineData("class Other;", "class Other : System.IDisposable { public void Dispose() { } }", false)]
    [InlineData("class Other;", "using System; class Other;", false)]
    [InlineData("class Other { string Text = \"a\"; }", "class Other { string Text = \"b\"; }", false)]
    public void OnlyWhatCanBeSeenFromElsewhereCounts(string before, string after, bool isSame)
    {
        SyntaxTree other = Compilations.Parse(before, "Other.cs");
        Compilation compilation = Compilations.Create(Compilations.Parse(Files[4][1], "Loss.cs"), other);
        GeneratorDriver driver = GeneratorTester.Run(compilation);
        driver = GeneratorTester.Run(driver, compilation.ReplaceSyntaxTree(other, Compilations.Parse(after, "Other.cs")));
        IncrementalStepRunReason reason = driver.GetRunResult().Results.Single().TrackedSteps[StepNames.Surface].Single().Outputs.Single().Reason;
        Assert.Equal(isSame ? IncrementalStepRunReason.Unchanged : IncrementalStepRunReason.Modified, reason);
    }

    /// <summary>The methods that a formula calls may be in any file: there the bodies of static members matter, and no others.</summary>
    [Theory]
    [InlineData("static class Other { static int Number() => 1; }", "static class Other { static int Number() => 2; }", false)]
    [InlineData("static class Other { static int Number { get { return 1; } } }", "static class Other { static int Number { get { return 2; } } }", false)]
    [InlineData("static class Other { extension(float x) { float Half() => x / 2; } }", "static class Other { extension(float x) { float Half() => x / 3; } }", false)]
    [InlineData("class Other { static readonly int number; static Other() { number = 1; } }", "class Other { static readonly int number; static Other() { number = 2; } }", false)]
    [InlineData("class Other { static int Number() => 1; }", "class Other { static int Number() => /* One. */ 1; }", true)]
    [InlineData("class Other { int Number() => 1; }", "class Other { int Number() => 2; }", true)]
    [InlineData("class Other { static void Method() { } }", "class Other { static void Method() { System.Console.WriteLine(); } }", true)]
    public void WhatAFormulaMayCallCounts(string before, string after, bool isSame)
    {
        SyntaxTree other = Compilations.Parse(before, "Other.cs");
        Compilation compilation = Compilations.Create(Compilations.Parse("using A = LossGen.ElementwiseLossAttribute; [A] partial class Loss { [LossGen.Formula] static float Value(float x) => x * x; }", "Loss.cs"), other);
        Assert.Equal(isSame, Surface(compilation).Equals(Surface(compilation.ReplaceSyntaxTree(other, Compilations.Parse(after, "Other.cs")))));

        static DeclaredSurface Surface(Compilation compilation) => DeclaredSurface.Of(compilation, TestContext.Current.CancellationToken);
    }

    /// <summary>A name that a program's statements declare is visible in its other files, but must not be used there.</summary>
    [Fact]
    public void AVariableOfTheProgramHidesAClass()
    {
        SyntaxTree program = Compilations.Parse("System.Console.WriteLine(1);", "Program.cs");
        Compilation compilation = Compilations.Create(Compilations.Parse(Files[0][0], "Loss.cs"), Compilations.Parse(Files[1][0], "Sizes.cs"), Compilations.Parse(Files[2][0], "Base.cs"), program);
        GeneratorDriver driver = GeneratorTester.Run(compilation);
        Assert.Single(GeneratorTester.Files(driver));
        compilation = compilation.ReplaceSyntaxTree(program, Compilations.Parse("int Sizes = 1;", "Program.cs"));
        Assert.Equal(Text(GeneratorTester.Run(compilation)), Text(GeneratorTester.Run(driver, compilation)));
        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation)));
    }

    /// <summary>The parser skips tokens that it cannot place: the tokens are the same as before, but the constant is missing.</summary>
    [Theory]
    [InlineData("2 * 10)")]
    [InlineData("2 * 10 10")]
    [InlineData("2 * (10")]
    [InlineData("2 * 10 // ")]
    [InlineData("2 * 10 /* ")]
    public void ASlipThatIsMendedLeavesNoTrace(string slip)
    {
        const string Source = "static class Sizes { public const int Classes = 2 * 10; }\n";
        SyntaxTree sizes = Compilations.Parse(Source, "Sizes.cs");
        Compilation compilation = Compilations.Create(Compilations.Parse("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, Sizes.Classes)] partial class DigitLoss;", "Loss.cs"), sizes);
        GeneratorDriver driver = GeneratorTester.Run(compilation);
        string before = Text(driver);
        foreach (string text in new[] { Source.Replace("2 * 10", slip, StringComparison.Ordinal), Source })
        {
            SyntaxTree edited = Compilations.Parse(text, sizes.FilePath);
            compilation = compilation.ReplaceSyntaxTree(sizes, edited);
            sizes = edited;
            driver = GeneratorTester.Run(driver, compilation);
            Assert.Equal(Text(GeneratorTester.Run(compilation)), Text(driver));
        }

        Assert.Equal(before, Text(driver));
    }

    [Theory]
    [InlineData("using SLAttribute = LossGen.SquareLossAttribute; [SL] partial class Loss;")]
    [InlineData("using SL = LossGen.SquareLossAttribute; [SL] partial class Loss;")]
    [InlineData("using A = LossGen.SquareLossAttribute; namespace N { using B = A; [B] partial class Loss; }")]
    [InlineData("using A = LossGen; [A.SquareLoss] partial class Loss;")]
    [InlineData("using A = LossGen; [A::SquareLossAttribute] partial class Loss;")]
    [InlineData("[global::LossGen.SquareLoss] partial class Loss;")]
    [InlineData("namespace LossGen.Mine { [SquareLoss] partial class Loss; }")]
    public void EveryWayToWriteTheAttributeIsSeen(string source) => Assert.Single(GeneratorTester.Generate(source));

    [Fact]
    public void AnotherReferenceOrOptionIsSeen()
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Files[4][1], "Loss.cs"));
        GeneratorDriver driver = GeneratorTester.Run(compilation);
        Assert.Single(GeneratorTester.Files(driver));
        driver = GeneratorTester.Run(driver, compilation.WithReferences(compilation.References.Where(static reference => reference.Display?.EndsWith("LossGen.dll", StringComparison.Ordinal) != true)));
        Assert.Empty(GeneratorTester.Files(driver));
        driver = GeneratorTester.Run(driver, compilation);
        Assert.Single(GeneratorTester.Files(driver));
    }

    /// <summary>The driver keeps the older of equal surfaces, and after a failure reads for it what it could not read before.</summary>
    [Fact]
    public void ADeclarationIsReadForASurfaceWhoseCompilationIsGone()
    {
        var reader = new DeclarationReader();
        SyntaxTree loss = Compilations.Parse(Files[4][1], "Loss.cs");
        (DeclaredSurface kept, WeakReference gone, Compilation next) = EnterAndLetGo(reader, loss);
        for (int attempt = 0; gone.IsAlive && attempt < 100; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(gone.IsAlive);
        TypeDeclarationSyntax type = loss.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>().Single();
        Assert.Throws<InvalidOperationException>(() => reader.Read(type, kept, TestContext.Current.CancellationToken));
        DeclaredSurface entered = reader.Enter(next, TestContext.Current.CancellationToken);
        Assert.Equal(kept, entered);
        Assert.Equal(LossKind.Square, reader.Read(type, kept, TestContext.Current.CancellationToken)!.Spec!.Loss);
        GC.KeepAlive(next);
    }

    [Fact]
    public void ADeclarationIsReadInACompilationOfItsOwnSurface()
    {
        var reader = new DeclarationReader();
        SyntaxTree loss = Compilations.Parse(Files[0][0], "Loss.cs");
        SyntaxTree sizes = Compilations.Parse(Files[1][0], "Sizes.cs");
        Compilation ten = Compilations.Create(loss, sizes, Compilations.Parse(Files[2][0], "Base.cs"));
        Compilation twelve = ten.ReplaceSyntaxTree(sizes, Compilations.Parse(Files[1][2], "Sizes.cs"));
        TypeDeclarationSyntax type = loss.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>().Single();
        DeclaredSurface[] surfaces = [.. new[] { ten, twelve }.Select(compilation => reader.Enter(compilation, TestContext.Current.CancellationToken))];
        Assert.Equal([10, 12], surfaces.Select(surface => reader.Read(type, surface, TestContext.Current.CancellationToken)!.Spec!.Shape.Classes));
        GC.KeepAlive(ten);
        GC.KeepAlive(twelve);
    }

    // In a method of its own: what a local variable holds is not collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (DeclaredSurface Surface, WeakReference Compilation, Compilation Next) EnterAndLetGo(DeclarationReader reader, SyntaxTree loss)
    {
        SyntaxTree other = Compilations.Parse(Files[6][0], "Other.cs");
        Compilation compilation = Compilations.Create(loss, other);
        DeclaredSurface surface = reader.Enter(compilation, TestContext.Current.CancellationToken);
        return (surface, new WeakReference(compilation), compilation.ReplaceSyntaxTree(other, Compilations.Parse(Files[6][1], "Other.cs")));
    }

    private static string Text(GeneratorDriver driver) =>
        string.Join('\n', GeneratorTester.Files(driver).OrderBy(static file => file.HintName, StringComparer.Ordinal).Select(static file => file.HintName + "\n" + file.SourceText));
}
