using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Finds a short text that still fails: deletes runs of tokens, long ones first, then single characters, as long as the failure remains.</summary>
internal static class TextShrinker
{
    // Each attempt is a compilation.
    private const int MostAttempts = 500;

    public static async Task<DeclarationText> SmallestAsync(DeclarationText failing, Func<DeclarationText, Task<bool>> fails)
    {
        int attempts = 0;
        DeclarationText smallest = failing with { Namespace = "" };
        smallest = await fails(smallest) ? smallest : failing;
        for (bool isSmaller = true; isSmaller;)
        {
            isSmaller = await ShortenAsync(Tokens) || await ShortenAsync(static text => [.. text.Select(static character => character.ToString())]);
        }

        return smallest;

        async Task<bool> ShortenAsync(Func<string, string[]> split)
        {
            int before = smallest.Body.Length;
            string[] parts = split(smallest.Body);
            for (int length = Math.Max(1, parts.Length / 2); length >= 1; length /= 2)
            {
                for (int start = parts.Length - length; start >= 0 && attempts < MostAttempts; start = Math.Min(start - 1, parts.Length - length))
                {
                    string[] fewer = [.. parts[..start], .. parts[(start + length)..]];
                    DeclarationText candidate = smallest with { Body = string.Concat(fewer) };
                    attempts++;
                    if (await fails(candidate))
                    {
                        (smallest, parts) = (candidate, fewer);
                    }
                    else
                    {
                        start -= length - 1;
                    }
                }
            }

            return smallest.Body.Length < before && attempts < MostAttempts;
        }
    }

    private static string[] Tokens(string text) =>
        [.. SyntaxFactory.ParseTokens(text).Select(static token => token.ToFullString()).Where(static token => token.Length > 0)];
}
