using System.Numerics;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Labels that are not classes, of every type, at every position of every count: the message, and that nothing is written.</summary>
public sealed class LabelOutsideTests
{
    private const int Classes = GuardedLosses.Classes;
    private const int BytesOfVector = 32;

    private static readonly Lazy<CompiledLosses> Typed = new(static () => CompiledLosses.Compile(
        (from loss in new[] { "Softmax", "MultinomialLogistic" }
         from element in new[] { "Single", "Double" }
         from type in Enum.GetNames<LabelType>().Except([nameof(LabelType.Boolean)])
         select (Name: loss + element + type, Attribute: $"[{loss}Loss(Shape.Batch, {Classes}, Element = ElementType.{element}, Label = LabelType.{type})]"))
        .ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<string> Losses => ["Softmax", "MultinomialLogistic"];

    public static TheoryData<string> WithLabels => GuardedLosses.WithLabels;

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryTypeIsRefusedAtEveryPosition(string loss)
    {
        CheckTypes<float>(loss);
        CheckTypes<double>(loss);
    }

    [Theory]
    [MemberData(nameof(WithLabels))]
    public void EveryWeightingRefusesThem(string loss)
    {
        Check(GuardedLosses.Members<float, int>(loss), [-1, Classes, int.MinValue, int.MaxValue], BytesOfVector / sizeof(int));
        Check(GuardedLosses.Members<double, int>(loss), [-1, Classes, int.MinValue, int.MaxValue], BytesOfVector / sizeof(int));
    }

    [Theory]
    [MemberData(nameof(WithLabels))]
    public void TheFirstOfSeveralIsNamed(string loss)
    {
        foreach (SpanMember<float, int> member in GuardedLosses.Members<float, int>(loss))
        {
            for (int first = 0; first < 27; first++)
            {
                int[] labels = [.. Enumerable.Range(0, 28).Select(i => i < first ? 0 : Classes + i)];
                ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() =>
                    member.Call(new float[28 * Classes], labels, new float[28 * Classes], new float[28 * Classes], default));
                Assert.Contains($"location {first} is {Classes + first}", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryLayoutCountsLocationsByItsLabels(string loss)
    {
        LossKind kind = Enum.Parse<LossKind>(loss);
        CheckLayouts(kind, EdgeGroup.Layouts);
        CheckLayouts(kind, EdgeGroup.Weightings);
    }

    private static void CheckLayouts(LossKind kind, EdgeGroup group)
    {
        foreach (ElementType element in EdgeLosses.ElementsTried(group))
        {
            if (element == ElementType.Double)
            {
                CheckLayouts<double>(EdgeLosses.Of(kind, group, element));
            }
            else
            {
                CheckLayouts<float>(EdgeLosses.Of(kind, group, element));
            }
        }
    }

    private static void CheckLayouts<T>(IReadOnlyList<EdgeLoss> losses)
        where T : unmanaged, INumber<T>
    {
        foreach (EdgeLoss loss in losses)
        {
            SpanMember<T, int>[] members = SpanMember<T, int>.Of(loss.Instance(loss.HarmlessWeights(1)));
            T[] gradient = [.. Enumerable.Repeat(T.CreateChecked(12345), 2 * loss.Declaration.ElementsPerSample)];
            int[] labels = new int[gradient.Length / loss.Classes];
            for (int location = 0; location < labels.Length; location++)
            {
                labels[location] = loss.Classes;
                ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() =>
                    members[location % members.Length].Call(new T[gradient.Length], labels, new T[gradient.Length], gradient, default));
                Assert.Contains($"location {location} is {loss.Classes}, which is not a class; classes are 0 to {loss.Classes - 1}", error.Message, StringComparison.Ordinal);
                labels[location] = 0;
            }

            Assert.Equal(-1, gradient.AsSpan().IndexOfAnyExcept(T.CreateChecked(12345)));
        }
    }

    private static void CheckTypes<T>(string loss)
        where T : unmanaged, INumber<T>
    {
        string name = loss + typeof(T).Name;
        Check<T, byte>(SpanMember<T, byte>.Of(Typed.Value.Instance(name + LabelType.Byte)), [Classes, 128, byte.MaxValue], BytesOfVector / sizeof(byte));
        Check<T, ushort>(SpanMember<T, ushort>.Of(Typed.Value.Instance(name + LabelType.UInt16)), [Classes, 256, 32768, ushort.MaxValue], BytesOfVector / sizeof(ushort));
        Check<T, int>(SpanMember<T, int>.Of(Typed.Value.Instance(name + LabelType.Int32)), [-1, Classes, 65536, int.MinValue, int.MaxValue], BytesOfVector / sizeof(int));
        Check<T, sbyte>(SpanMember<T, sbyte>.Of(Typed.Value.Instance(name + LabelType.SByte)), [-1, Classes, sbyte.MinValue, sbyte.MaxValue], BytesOfVector / sizeof(sbyte));
        Check<T, short>(SpanMember<T, short>.Of(Typed.Value.Instance(name + LabelType.Int16)), [-1, Classes, 256, short.MinValue, short.MaxValue], BytesOfVector / sizeof(short));
        Check<T, uint>(SpanMember<T, uint>.Of(Typed.Value.Instance(name + LabelType.UInt32)), [Classes, 65536, 1u << 31, uint.MaxValue], BytesOfVector / sizeof(uint));
        Check<T, long>(SpanMember<T, long>.Of(Typed.Value.Instance(name + LabelType.Int64)), [-1, Classes, 1L << 32, long.MinValue, long.MaxValue], BytesOfVector / sizeof(long));
    }

    // 1 to 3 vectors and 3 more. Members and values alternate, out of step.
    private static void Check<T, TLabel>(SpanMember<T, TLabel>[] members, TLabel[] noClasses, int lanes)
        where T : unmanaged, INumber<T>
        where TLabel : unmanaged, INumber<TLabel>
    {
        for (int count = 1; count <= (3 * lanes) + 3; count++)
        {
            TLabel[] labels = new TLabel[count];
            T[] prediction = new T[count * Classes];
            T[] gradient = [.. Enumerable.Repeat(T.CreateChecked(12345), prediction.Length)];
            for (int position = 0; position < count; position++)
            {
                int turn = (5 * count) + position;
                labels[position] = noClasses[turn / members.Length % noClasses.Length];
                SpanMember<T, TLabel> member = members[turn % members.Length];
                ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => { member.Call(prediction, labels, prediction, gradient, default); });
                Assert.Equal("labels", error.ParamName);
                Assert.Contains(FormattableString.Invariant($"location {position} is {labels[position]},"), error.Message, StringComparison.Ordinal);
                Assert.Contains($"0 to {Classes - 1} (C = {Classes})", error.Message, StringComparison.Ordinal);
                labels[position] = TLabel.Zero;
            }

            Assert.Equal(-1, gradient.AsSpan().IndexOfAnyExcept(T.CreateChecked(12345)));
        }
    }
}
