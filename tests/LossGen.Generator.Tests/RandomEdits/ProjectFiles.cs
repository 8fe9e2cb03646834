namespace LossGen.Generator.Tests.RandomEdits;

/// <summary>The files that are edited: losses that depend on each other's files in every possible way, and files that no loss depends on.</summary>
internal static class ProjectFiles
{
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
    [
        ("Digits.cs", """
            using LossGen;

            namespace Samples
            {
                [SoftmaxLoss(Shape.Batch, Sizes.Classes, Weight = Sizes.Weight)]
                sealed partial class DigitLoss : Base;

            #if WIDE
                [SquareLoss(Shape.Batch, 4)]
            #else
                [SquareLoss]
            #endif
                partial class Distance;
            }
            """),
        ("Sizes.cs", """
            namespace Samples;

            static class Sizes
            {
                public const int Classes = 2 * 10;
            #if WIDE
                public const double Weight = 0.5;
            #else
                public const double Weight = (1 + 1) / 4.0;
            #endif
                public static int Twice(int number) { return 2 * number; }
            }
            """),
        ("Base.cs", """
            namespace Samples;

            abstract class Base
            {
                private int hidden = 1;
                protected int Shown() { return hidden; }
                protected int Number => hidden + 1;
            }

            partial class DigitLoss { private readonly int own = 1; int Own() => own; }
            """),
        ("Formulas.cs", """
            using System;
            using LossGen;

            [ElementwiseLoss]
            sealed partial class Huber
            {
                [Formula]
                static float Value(float x, float y, [Parameter(Minimum = 0)] float delta = Defaults.Delta)
                {
                    float error = MathF.Abs(x - y);
                    return error <= delta ? Half(error * error) : delta * (error - Half(delta));
                }

                static float Half(float number) => Defaults.Half * number;
            }
            """),
        ("Defaults.cs", """
            static class Defaults
            {
                public const float Delta = 1f, Half = 0.5f;
                static Defaults() { Used = Delta; }
                public static readonly float Used = 2f;
                public static float Twice(float number) { return 2 * number; }
                public static float Thrice(float number) => 3 * number;
            }
            """),
        ("Aliased.cs", "[Renamed(LossGen.Shape.Batch, 4)] partial class AliasedLoss { partial class Inner; }\nnamespace Deep { [Near] partial record AliasedLoss; }"),
        ("Usings.cs", "global using Renamed = LossGen.SoftmaxLossAttribute;\nglobal using Near = LossGen.SquareLossAttribute;\nglobal using System.Linq;"),
        ("Program.cs", "System.Console.WriteLine(1);\nint count = 2;\nint Next(int number) { return number + count; }\nSystem.Console.WriteLine(Next(3));"),
        ("Nothing.cs", "#nullable disable\nusing System;\nclass Nothing\n{\n    [Obsolete] void Method() { /* A comment. */ }\n    string text = \"a\";\n    Func<int> f = () => { return 1; };\n}\n"),
        ("Nested.cs", "using static LossGen.Shape; partial class Outer<T> { enum Count { Ten = 10 } [LossGen.HingeLoss(Batch, (int)Count.Ten, Bottoms = [Names.First, \"b\"])] partial class Inner; static class Names { public const string First = nameof(First); } }"),
    ];

    /// <summary>Files that may be added, each of which hides something or replaces it.</summary>
    public static IReadOnlyList<string> Newcomers { get; } =
    [
        "namespace LossGen { class SquareLossAttribute : System.Attribute; }",
        "namespace Samples.LossGen { class Shape { public const int Batch = 3; } }",
        "class Sizes { public const int Classes = 3; }",
        "[LossGen.SquareLoss] partial class huber;",
        "class System;",
        "partial class Huber { float delta; }",
        "partial class Huber { static float Half(float number, int other) => 1; }",
        "int Sizes = 3; static class More { }",
        "global using Sizes = Other; static class Other { public const int Classes = 7; }",
        "global using static Samples.Sizes;",
        "namespace Samples { partial class DigitLoss { int Forward; } }",
        "namespace Samples { [global::LossGen.HingeLoss] partial class DigitLoss; [LossGen.SquareLoss] partial class Another; }",
        "class RenamedAttribute : System.Attribute { public RenamedAttribute(int a, int b) { } }",
        "[assembly: System.CLSCompliant(true)] class Empty;",
        "",
    ];

    /// <summary>Text that is typed or pasted: openings without closings, words that change the meaning of what follows, directives.</summary>
    public static IReadOnlyList<string> Snippets { get; } =
    [
        ")", "(", "]", "[", "}", "{", ";", ",", "\"", "'", "/*", "*/", "//", "\\", "@", "$\"", "\"\"\"", "<", ">", "?", "=>", "=", "::", ".",
        "\n#if WIDE\n", "\n#if !WIDE\n", "\n#else\n", "\n#endif\n", "\n#define WIDE\n", "\n#undef WIDE\n", "\n#nullable disable\n", "\n#nullable enable\n", "\n#pragma warning disable\n",
        "\n#region\n", "\n#endregion\n", "\n#error\n", "\n#line 5\n", "\n#",
        " partial ", " static ", " const ", " class ", " namespace N; ", " namespace N { ", " using System; ", " using A = LossGen.SquareLossAttribute; ", " global using LossGen; ", " extern alias a; ",
        " [SquareLoss] ", " [LossGen.SquareLoss] partial class Typed; ", " class Forward; ", " int Forward; ", ", Weight = 2", ", Weighting = WeightingMode.PerClass", " + 1", "2 * 10)", " get; ", " where T : class ", " this ", "\0", "損",
    ];
}
