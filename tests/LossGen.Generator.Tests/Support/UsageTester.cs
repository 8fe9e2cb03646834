using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Support;

/// <summary>Checks what the analyzers report for calls: the source is compiled together with the members generated for it.</summary>
internal static class UsageTester
{
    /// <summary>A stand-in for the package that has softmax and sigmoid, which users may or may not reference.</summary>
    public const string TensorPrimitives =
        """
        namespace System.Numerics.Tensors
        {
            public static class TensorPrimitives
            {
                public static void SoftMax<T>(ReadOnlySpan<T> x, Span<T> destination) { }
                public static void Sigmoid<T>(ReadOnlySpan<T> x, Span<T> destination) { }
                public static void Log<T>(ReadOnlySpan<T> x, Span<T> destination) { }
                public static T Sum<T>(ReadOnlySpan<T> x) => x[0];
            }
        }
        """;

    /// <summary>Expects one id at each place marked in the statements, and nothing else, with these messages.</summary>
    public static Task ExpectAsync(string id, string attribute, string marked, params string[] messages) => ExpectInAsync(id, Wrap(attribute, marked), messages);

    /// <summary>The same for a whole source.</summary>
    public static async Task ExpectInAsync(string id, string marked, params string[] messages)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerTester.AnalyzeAsync(Compile(source.Text));

        Assert.Equal(
            source.Spans.Select(span => id + " at " + source.Text.Substring(span.Start, span.Length)),
            diagnostics.Select(diagnostic => diagnostic.Id + " at " + source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        Assert.Equal(source.Spans, diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan));
        Assert.Equal(messages, diagnostics.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    public static async Task ExpectNothingAsync(string attribute, string statements) =>
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(Compile(Wrap(attribute, statements))));

    /// <summary>The statements in a method that has a loss and spans of either kind at hand.</summary>
    /// <param name="attribute">The attribute of the loss.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="formula">The formula of a custom loss.</param>
    public static string Wrap(string attribute, string statements, string formula = "") =>
        $$"""
        using System;
        using System.Numerics.Tensors;
        using LossGen;

        [{{attribute}}]
        public sealed partial class Loss { {{formula}} }

        internal sealed class Program
        {
            private readonly float[] fixedArray = [];
            private float[] array = [];

            private float Value { get; set; }

            public void Run(Loss loss, float[] x, int[] labels, float[] y, float[] g, float[] h, bool flag)
            {
                {{statements}}
            }

            private static void Change(Span<float> span) => span.Clear();

            private static void ChangeArray(Array array) => Array.Clear(array);
        }
        """;

    /// <summary>Compiles a source with the members that are generated for it; the analyzers then see what it calls.</summary>
    public static CSharpCompilation Compile(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(source), Compilations.Parse(TensorPrimitives, "TensorPrimitives.cs"));
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(kind));
        compilation = compilation.AddSyntaxTrees(GeneratorTester.Run(compilation, new LossGenerator(PrintedLosses.Members)).GetRunResult().GeneratedTrees);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return compilation;
    }
}
