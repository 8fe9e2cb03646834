namespace LossGen.Numerics.Tests.Edges.BadArguments;

/// <summary>A random call of a member with one argument that it must refuse.</summary>
internal sealed class BadCall
{
    private const int MostSamples = 9;

    private readonly CheckedMember member;
    private readonly int samples;
    private readonly Dictionary<Type, ArgumentMemory> memory = [];
    private readonly List<object> spans = [];
    private long total = long.MaxValue;
    private string what = "";
    private string expected = "";
    private bool isOutOfRange;

    private BadCall(CheckedMember member, Random random)
    {
        this.member = member;
        samples = random.Next(1, MostSamples + 1);
        foreach (IGrouping<Type, CheckedSpan> type in member.Spans.GroupBy(static span => span.Element))
        {
            memory[type.Key] = ArgumentMemory.Of(type.Key, type.Sum(span => (4 * span.LengthFor(samples)) + 50));
        }

        foreach (CheckedSpan span in member.Spans)
        {
            spans.Add(memory[span.Element].Next(span.LengthFor(samples)));
        }
    }

    /// <summary>What is wrong with a call that is drawn: null if the member refuses it as it must.</summary>
    public static string? Failure(CheckedMember member, Random random)
    {
        BadCall call = new(member, random);
        while (!call.Spoil(random))
        {
            // What was drawn cannot be wrong for this member: an overlap of spans of different types, or a label that is none.
        }

        foreach (ArgumentMemory each in call.memory.Values)
        {
            each.Remember();
        }

        Exception? error = Record.Exception(() => member.Call(call.spans, call.total));
        return error is not ArgumentException refused ? call.Text($"is not refused: {error}")
            : refused.ParamName != call.expected ? call.Text($"names '{refused.ParamName}' in place of '{call.expected}': {refused.Message}")
            : refused is ArgumentOutOfRangeException != call.isOutOfRange ? call.Text($"throws {refused.GetType().Name}")
            : !call.memory.Values.All(static each => each.IsUntouched()) ? call.Text("writes")
            : null;
    }

    /// <summary>Whether a call that nothing is wrong with is accepted: otherwise what it is refused for would prove nothing.</summary>
    public static string? FailureOfGoodCall(CheckedMember member, Random random)
    {
        BadCall call = new(member, random);
        Exception? error = Record.Exception(() => member.Call(call.spans, call.total));
        return error is null ? null : call.Text($"is refused: {error.Message}");
    }

    private bool Spoil(Random random) => random.Next(4) switch
    {
        0 => Lengthen(random, random.Next(spans.Count)),
        1 => Overlap(random, random.Next(spans.Count), random.Next(spans.Count)),
        2 => Mislabel(random),
        _ => Miscount(random),
    };

    private bool Lengthen(Random random, int index)
    {
        CheckedSpan span = member.Spans[index];
        int right = span.LengthFor(samples), wrong = random.Next(1, (2 * right) + 10);
        if (wrong == right || (index == 0 && wrong % span.PerSample == 0))
        {
            return false;
        }

        spans[index] = memory[span.Element].Next(wrong);
        return Expect(span.Name, $"{wrong} elements in place of {right}");
    }

    // What is written begins inside of another span, or ends there.
    private bool Overlap(Random random, int written, int other)
    {
        (CheckedSpan span, CheckedSpan shared) = (member.Spans[written], member.Spans[other]);
        if (written <= other || !span.IsWritten || span.Element != shared.Element)
        {
            return false;
        }

        (int length, int otherLength) = (span.LengthFor(samples), shared.LengthFor(samples));
        int distance = random.Next(1 - length, otherLength);
        object place = memory[span.Element].Next(otherLength + (2 * length));
        if (distance == 0 && span.Own == shared.Name)
        {
            return false;
        }

        spans[other] = memory[span.Element].Shifted(place, length, otherLength);
        spans[written] = memory[span.Element].Shifted(spans[other], distance, length);
        return Expect(span.Name, $"{distance} elements after {shared.Name}");
    }

    private bool Mislabel(Random random)
    {
        int index = member.Spans.ToList().FindIndex(static span => span.IsLabels);
        if (index < 0 || member.Spans[index].Element == typeof(bool))
        {
            return false;
        }

        bool isSigned = member.Spans[index].Element != typeof(byte) && member.Spans[index].Element != typeof(ushort) && member.Spans[index].Element != typeof(uint);
        long label = isSigned && random.Next(2) == 0 ? -random.Next(1, 99) : random.Next(member.Classes, 128);
        int location = random.Next(member.Spans[index].LengthFor(samples));
        memory[member.Spans[index].Element].Set(spans[index], location, label);
        isOutOfRange = true;
        return Expect(member.Spans[index].Name, $"the label {label} at {location}");
    }

    private bool Miscount(Random random)
    {
        total = -random.NextInt64(long.MaxValue);
        return member.Total is { } name && Expect(name, $"a count of {total}");
    }

    private bool Expect(string name, string fault)
    {
        (expected, what) = (name, fault);
        return true;
    }

    private string Text(string outcome) => FormattableString.Invariant($"{member.Name} with {samples} samples, where {expected} has {what}, {outcome}");
}
