using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Edges;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>
/// Gradients of 16 MiB and more, which bypass the caches: the same bits as in place of their inputs, where they do not, at every alignment,
/// and nothing next to them is touched.
/// </summary>
[Collection(ThreadCollection.Name)]
public sealed class StreamedGradientTests
{
    private const int LeastBytes = 16 << 20;

    // Not a whole number of vectors.
    private const int More = 37;

    // Marks before and after each gradient, which must still be there afterwards.
    private const int Border = 16;
    private const int Mark = 77;

    public static TheoryData<string, LossParallelism> Losses =>
    [
        .. from loss in Data.ElementwiseLosses
           from parallelism in Enum.GetValues<LossParallelism>()
           select (loss.ToString(), parallelism),
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Single(string loss, LossParallelism parallelism) => Check<float>(Enum.Parse<LossKind>(loss), parallelism);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Double(string loss, LossParallelism parallelism) => Check<double>(Enum.Parse<LossKind>(loss), parallelism);

    private static void Check<T>(LossKind kind, LossParallelism parallelism)
        where T : unmanaged, INumber<T>
    {
        object loss = CompiledLosses.CompileOne($"[{kind}Loss(Element = ElementType.{typeof(T).Name}, Parallelism = LossParallelism.{parallelism})]");
        int count = (LeastBytes / Marshal.SizeOf<T>()) + More;
        T[] prediction = Repeated<T>(new Data(1).Prediction(kind, 10_007), count);
        T[] target = Repeated<T>(new Data(2).Target(kind, 10_009), count);
        SpanMember<T, T>[] members = SpanMember<T, T>.Of(loss);
        Threads.With(2, () =>
        {
            for (int i = 0; i < members.Length; i++)
            {
                Check(members[i], prediction, target, offset: i);
            }
        });
    }

    private static void Check<T>(SpanMember<T, T> member, T[] prediction, T[] target, int offset)
        where T : unmanaged, INumber<T>
    {
        (T[] inPlace, T[] secondInPlace) = ([.. prediction], [.. target]);
        T expected = member.Call(inPlace, secondInPlace, default, inPlace, secondInPlace);

        (T[] gradient, T[] second) = (Marked<T>(prediction.Length), Marked<T>(target.Length));
        Range place = (Border + offset)..(Border + offset + prediction.Length);
        T value = Call();
        SameBits([expected], [value]);
        CheckCustom(SpanRole.Gradient, gradient, inPlace);
        CheckCustom(SpanRole.Second, second, secondInPlace);

        Allocations.AreNone(() => Call());

        T Call() => member.Call(prediction, target, default, gradient.AsSpan(place), second.AsSpan(place));

        // If the member has the gradient. A member that wrote next to it would have overwritten a mark.
        void CheckCustom(SpanRole role, T[] written, T[] wanted)
        {
            if (member.Names.ContainsKey(role))
            {
                SameBits(wanted, written.AsSpan(place));
                written.AsSpan(place).Fill(T.CreateChecked(Mark));
            }

            Assert.False(written.AsSpan().ContainsAnyExcept(T.CreateChecked(Mark)));
        }
    }

    private static T[] Repeated<T>(double[] values, int count)
        where T : unmanaged, INumber<T>
    {
        T[] some = [.. values.Select(T.CreateChecked)];
        T[] all = new T[count];
        for (int i = 0; i < count; i += some.Length)
        {
            some.AsSpan(0, Math.Min(some.Length, count - i)).CopyTo(all.AsSpan(i));
        }

        return all;
    }

    private static T[] Marked<T>(int count)
        where T : unmanaged, INumber<T>
    {
        T[] marked = new T[count + (2 * Border)];
        marked.AsSpan().Fill(T.CreateChecked(Mark));
        return marked;
    }

    private static void SameBits<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged => Assert.True(MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)));
}
