using System.Runtime.CompilerServices;

namespace LossGen.Numerics.Tests.Edges.BadArguments;

/// <summary>The memory of a call's arguments of one type, and whether a call has written to any of it.</summary>
internal abstract class ArgumentMemory
{
    // Between spans, so that writing next to one shows.
    protected const int Gap = 5;

    /// <summary>The memory of that many spans of these elements.</summary>
    public static ArgumentMemory Of(Type element, int count) =>
        (ArgumentMemory)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(element), count)!;

    /// <summary>The next span, boxed as memory; numbers that a formula takes, and labels that are classes.</summary>
    public abstract object Next(int length);

    /// <summary>A span that begins some elements after another, or before it.</summary>
    public abstract object Shifted(object span, int distance, int length);

    /// <summary>Sets an element.</summary>
    public abstract void Set(object span, int index, long value);

    /// <summary>From now on, what is written shows.</summary>
    public abstract void Remember();

    /// <summary>Whether nothing has been written.</summary>
    public abstract bool IsUntouched();

    private sealed class Typed<T>(int count) : ArgumentMemory
        where T : unmanaged, IEquatable<T>
    {
        private readonly T[] elements = new T[count];
        private T[] remembered = [];
        private int used = Gap;

        public override object Next(int length)
        {
            Memory<T> span = elements.AsMemory(used, length);
            used += length + Gap;
            if (typeof(T) == typeof(float) || typeof(T) == typeof(double))
            {
                span.Span.Fill((T)Convert.ChangeType(0.25, typeof(T), System.Globalization.CultureInfo.InvariantCulture));
            }

            return span;
        }

        public override object Shifted(object span, int distance, int length) =>
            elements.AsMemory((int)(Unsafe.ByteOffset(ref elements[0], ref ((Memory<T>)span).Span[0]) / Unsafe.SizeOf<T>()) + distance, length);

        public override void Set(object span, int index, long value) =>
            ((Memory<T>)span).Span[index] = (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture);

        public override void Remember() => remembered = [.. elements];

        public override bool IsUntouched() => elements.AsSpan().SequenceEqual(remembered);
    }
}
