using System.Buffers.Binary;
using System.Text;

namespace LossGen.LibTorch;

/// <summary>The versions of other libraries that an ELF library requires (64 bits, little-endian).</summary>
public static class VersionRequirements
{
    private const uint SectionOfRequirements = 0x6ffffffe;

    /// <summary>Replaces a required version by another that the library requires anyway.</summary>
    /// <returns>Whether it required both.</returns>
    public static bool Replace(Span<byte> image, string version, string replacement)
    {
        Dictionary<string, int> entries = Entries(image);
        if (!entries.TryGetValue(version, out int from) || !entries.TryGetValue(replacement, out int to))
        {
            return false;
        }

        // The hash of the name, and its offset; the index by which symbols refer to the entry stays.
        image.Slice(to, 4).CopyTo(image[from..]);
        image.Slice(to + 8, 4).CopyTo(image[(from + 8)..]);
        return true;
    }

    private static Dictionary<string, int> Entries(ReadOnlySpan<byte> image)
    {
        Dictionary<string, int> entries = [];
        int section = Section(image);
        if (section < 0)
        {
            return entries;
        }

        int names = (int)Word64(image, SectionHeader(image, (int)Word(image, section + 0x28)) + 0x18);
        int library = (int)Word64(image, section + 0x18);
        int next;
        do
        {
            int entry = library + (int)Word(image, library + 8);
            for (int left = BinaryPrimitives.ReadUInt16LittleEndian(image[(library + 2)..]); left > 0; left--)
            {
                entries.TryAdd(Name(image, names + (int)Word(image, entry + 8)), entry);
                entry += (int)Word(image, entry + 12);
            }

            next = (int)Word(image, library + 12);
            library += next;
        }
        while (next != 0);
        return entries;
    }

    private static int Section(ReadOnlySpan<byte> image)
    {
        int count = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3C..]);
        for (int i = 0; i < count; i++)
        {
            int header = SectionHeader(image, i);
            if (Word(image, header + 4) == SectionOfRequirements)
            {
                return header;
            }
        }

        return -1;
    }

    private static int SectionHeader(ReadOnlySpan<byte> image, int index) =>
        (int)Word64(image, 0x28) + (index * BinaryPrimitives.ReadUInt16LittleEndian(image[0x3A..]));

    private static string Name(ReadOnlySpan<byte> image, int start)
    {
        ReadOnlySpan<byte> rest = image[start..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private static uint Word(ReadOnlySpan<byte> image, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(image[offset..]);

    private static ulong Word64(ReadOnlySpan<byte> image, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(image[offset..]);
}
