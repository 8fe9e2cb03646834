using System.Globalization;
using LossGen.Numerics.Tests.SameBits.Harness;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>An argument of a loss's members.</summary>
/// <param name="Type">The type of its elements, as C# writes it.</param>
/// <param name="Kind">The kind of its numbers; null for labels.</param>
/// <param name="PerSample">How many elements it has for each sample.</param>
/// <param name="Classes">The number of possible labels.</param>
/// <param name="HasGradient">Whether it has a gradient.</param>
internal sealed record BitInput(string Type, NumberKind? Kind, int PerSample, int Classes = 0, bool HasGradient = true)
{
    public string Drawn(int seed) => Kind is { } kind
        ? Invariant($"BitData.Numbers<{Type}>(NumberKind.{kind}, samples * {PerSample}, {seed})")
        : Invariant($"BitData.Labels<{Type}>(samples * {PerSample}, {Classes}, {seed})");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A declaration, and the calls of its members that must agree.</summary>
/// <param name="Source">The text of the class, given its name.</param>
/// <param name="ConstructorArguments">The arguments of its constructor, as C# writes them.</param>
/// <param name="Inputs">The arguments of its members before the gradients.</param>
/// <param name="Optional">Whether any gradient may be omitted; otherwise any but the first.</param>
/// <param name="Samples">The batches that it is called with.</param>
/// <param name="Seed">The seed of the data.</param>
internal sealed record BitCase(Func<string, string> Source, string ConstructorArguments, IReadOnlyList<BitInput> Inputs, bool Optional, IReadOnlyList<int> Samples, int Seed)
{
    private IReadOnlyList<int> Differentiable => [.. Enumerable.Range(0, Inputs.Count).Where(input => Inputs[input].HasGradient)];

    public override string ToString() => FormattableString.Invariant($"{Source("Loss").TrimEnd()} with {string.Join(" and ", Samples)} samples, data seed {Seed}");

    /// <summary>
    /// A method that calls all members, alone and with every choice of gradients that matters, and records their results. Every tensor lies between pages that must not be touched, first next to
    /// the one after it, then next to the one before.
    /// </summary>
    public string Calls(string loss, string method)
    {
        List<string> drawn = [], lines = [];
        for (int input = 0; input < Inputs.Count; input++)
        {
            drawn.Add(FormattableString.Invariant($"{Inputs[input].Type}[] drawn{input} = {Inputs[input].Drawn(Seed + input)};"));
            lines.Add(FormattableString.Invariant($"using GuardedMemory<{Inputs[input].Type}> x{input} = new(drawn{input}, isLast);"));
        }

        lines.Add($"recorder.Add(\"value of \" + samples, \"Forward\", loss.Forward({Arguments("x")}));");
        foreach (int[] wanted in Choices())
        {
            Add("Backward", wanted, isInPlace: false);
            Add("ForwardBackward", wanted, isInPlace: false);
        }

        Add("ForwardBackward", [.. Differentiable], isInPlace: true);
        return $$"""
            public static void {{method}}(BitRecorder recorder)
            {
                {{loss}} loss = new({{ConstructorArguments}});
                foreach (int samples in new int[] { {{string.Join(", ", Samples)}} })
                {
                    {{string.Join("\n        ", drawn)}}
                    foreach (bool isLast in new bool[] { true, false })
                    {
                        {{string.Join("\n            ", lines)}}
                    }
                }
            }

            """;

        void Add(string member, int[] wanted, bool isInPlace)
        {
            string label = $"{member}({string.Join(", ", wanted.Select(static input => FormattableString.Invariant($"g{input}")))}){(isInPlace ? " in place" : "")}";
            IEnumerable<string> declared = isInPlace
                ? Enumerable.Range(0, Inputs.Count).Select(input => FormattableString.Invariant($"using GuardedMemory<{Inputs[input].Type}> p{input} = new(drawn{input}, isLast);"))
                : wanted.Select(input => FormattableString.Invariant($"using GuardedMemory<{Inputs[input].Type}> g{input} = new(drawn{input}.Length, isLast);"));
            string gradients = string.Concat(Differentiable.TakeWhile(input => Optional || wanted.Contains(input)).Select(input =>
                wanted.Contains(input) ? FormattableString.Invariant($", {(isInPlace ? 'p' : 'g')}{input}.Span") : ", default"));
            string call = $"loss.{member}({Arguments(isInPlace ? "p" : "x")}{gradients})";
            IEnumerable<string> recorded = wanted.Select(input => FormattableString.Invariant($"recorder.Add(\"gradient {input} of \" + samples, \"{label}\", {(isInPlace ? 'p' : 'g')}{input}.Span.ToArray());"));
            lines.Add($"{{ {string.Join(" ", declared)} {(member == "Backward" ? call : $"recorder.Add(\"value of \" + samples, \"{label}\", {call})")}; {string.Join(" ", recorded)} }}");
        }
    }

    private string Arguments(string prefix) => string.Join(", ", Inputs.Select((_, input) => FormattableString.Invariant($"{prefix}{input}.Span")));

    // The first alone, or each, then all.
    private IEnumerable<int[]> Choices()
    {
        IEnumerable<int[]> alone = Optional ? Differentiable.Select(static input => new[] { input }) : [[Differentiable[0]]];
        return Differentiable.Count > 1 ? alone.Append([.. Differentiable]) : alone;
    }
}
