using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace LossGen.Explorer.Sharing;

/// <summary>A text as the fragment of an address, compressed: the link holds the text, and no server sees it.</summary>
internal static class TextLink
{
    private const string Prefix = "#text=";

    /// <summary>The longest text that a link may hold, in characters; a compressed fragment could otherwise unpack to any size.</summary>
    public const int LongestText = 100_000;

    public static string Write(string text)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
        {
            deflate.Write(Encoding.UTF8.GetBytes(text));
        }

        return Prefix + Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>The text that a fragment holds; null if it holds none, or is damaged.</summary>
    public static string? Read(string fragment)
    {
        if (!fragment.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var packed = new MemoryStream(Base64Url.DecodeFromChars(fragment.AsSpan(Prefix.Length)));
            using var reader = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress), new UTF8Encoding(false, throwOnInvalidBytes: true));
            char[] text = new char[LongestText + 1];
            int length = reader.ReadBlock(text);
            return length <= LongestText ? new string(text, 0, length) : null;
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or DecoderFallbackException)
        {
            return null;
        }
    }
}
