using System.Runtime.CompilerServices;

namespace LossGen.Generator.Declarations;

/// <summary>
/// A 128-bit hash of a sequence of texts, numbers and objects: equal sequences have equal fingerprints, and different sequences in practice different
/// ones. Two sums with different bases, as in FNV-1a, each character multiplied into both.
/// </summary>
internal record struct Fingerprint(ulong First, ulong Second)
{
    private const ulong FirstPrime = 1099511628211;
    private const ulong SecondPrime = 0x9E3779B97F4A7C15;

    private static readonly ConditionalWeakTable<object, object> Identities = new();
    private static long lastIdentity;

    public Fingerprint()
        : this(14695981039346656037, 0xCBF29CE484222325 ^ SecondPrime)
    {
    }

    public void Add(string text)
    {
        foreach (char character in text)
        {
            Mix(character);
        }

        // No character has more than 16 bits, so this ends the text.
        Mix(1 << 16);
    }

    public void Add(long number) => Mix(unchecked((ulong)number));

    public void Add(Fingerprint other)
    {
        Mix(other.First);
        Mix(other.Second);
    }

    /// <summary>Adds the identity of an object: another object, equal or not, gives another fingerprint.</summary>
    public void AddIdentity(object item) => Add((long)Identities.GetValue(item, static _ => Interlocked.Increment(ref lastIdentity)));

    private void Mix(ulong value)
    {
        unchecked
        {
            First = (First ^ value) * FirstPrime;
            Second = ((Second + value) * SecondPrime) ^ (Second >> 29);
        }
    }
}
