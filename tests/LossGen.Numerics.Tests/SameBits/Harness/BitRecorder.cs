using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.SameBits.Harness;

/// <summary>
/// Records the results of the members of one loss in one process: members must agree bit for bit, and so must the output of processes. The sign and payload of
/// a NaN depend on the order of commuting operands, so that all NaN are equal.
/// </summary>
public sealed class BitRecorder
{
    private const ulong FirstHash = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Dictionary<string, (string Member, object Numbers)> known = [];
    private ulong hash = FirstHash;

    /// <summary>The first difference between members; null if there is none.</summary>
    public string? Difference { get; private set; }

    /// <summary>A hash of all recorded bits.</summary>
    public string Hash => hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Records a quantity from a member: a value, or a gradient.</summary>
    /// <param name="quantity">Its name; all members that give it must give the same bits.</param>
    /// <param name="member">The member that gave it.</param>
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
