using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.SameBits.Harness;

/// <summary>
/// Takes in what the members of one loss gave in one process: members must agree bit for bit, and what processes print must, too. Which NaN it is, sign and payload, depends on the
/// order of operands that commute, so that NaN is NaN.
/// </summary>
public sealed class BitRecorder
{
    private const ulong FirstHash = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Dictionary<string, (string Member, object Numbers)> known = [];
    private ulong hash = FirstHash;

    /// <summary>The first difference between members; null for none.</summary>
    public string? Difference { get; private set; }

    /// <summary>All bits taken in, as one number.</summary>
    public string Hash => hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Takes in a quantity from a member: a value, or a gradient.</summary>
    /// <param name="quantity">What it is; all members that give it must give the same bits.</param>
    /// <param name="member">Who gave it.</param>
    /// <param name="numbers">Its numbers.</param>
    public void Add<T>(string quantity, string member, params T[] numbers)
        where T : unmanaged, INumber<T>
    {
        foreach (T number in numbers)
        {
            hash = (hash ^ Bits(number)) * Prime;
        }

        if (!known.TryGetValue(quantity, out (string Member, object Numbers) first))
        {
            known[quantity] = (member, numbers.ToArray());
            return;
        }

        T[] expected = (T[])first.Numbers;
        for (int i = 0; i < numbers.Length && Difference is null; i++)
        {
            if (Bits(expected[i]) != Bits(numbers[i]))
            {
                Difference = string.Create(CultureInfo.InvariantCulture, $"{quantity}[{i}] of {numbers.Length}: {first.Member} {expected[i]:R}, {member} {numbers[i]:R}");
            }
        }
    }

    private static ulong Bits<T>(T number)
        where T : unmanaged, INumber<T>
    {
        if (T.IsNaN(number))
        {
            return ulong.MaxValue;
        }

        ulong bits = 0;
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in number)).CopyTo(MemoryMarshal.AsBytes(new Span<ulong>(ref bits)));
        return bits;
    }
}
