using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>
/// Checks one text against what <see cref="RandomDeclarationTests"/> promises. The compiler is the only judge of what is C#, and the symbols, not the
/// parser under test, say which classes carry a loss.
/// </summary>
internal static class TextCheck
{
    public static TextOutcome Run(DeclarationText text, SyntaxTree tree, CompiledTexts compiled)
    {
        IReadOnlyList<INamedTypeSymbol> carriers = compiled.Carriers(tree);
        SyntaxTree[] files = [.. carriers.Where(compiled.Generated.ContainsKey).Select(carrier => compiled.Generated[carrier])];
        Diagnostic[] errors = [.. compiled.Complaints[tree].Where(static complaint => complaint.Severity == DiagnosticSeverity.Error)];
        Diagnostic[] refusals = [.. compiled.Problems[tree].Where(static problem => problem.Severity == DiagnosticSeverity.Error)];

        // Errors that disappear with the generated part were due to its absence, and those that appear with it are its fault: neither is wrong C#.
        bool isCSharp = errors.Length == 0 || !compiled.InputErrors[tree].Any();
        TextKind kind = !isCSharp ? TextKind.NotCSharp : refusals.Length > 0 ? TextKind.Refused : carriers.Count > 0 ? TextKind.Accepted : TextKind.WithoutLoss;
        (string? fault, string details) = Faults(tree, compiled, carriers, files, errors, refusals, isCSharp).FirstOrDefault();
        return new TextOutcome(
            text,
            kind,
            [.. carriers.Where(compiled.Generated.ContainsKey).SelectMany(compiled.Losses)],
            [.. compiled.Problems[tree].Concat(isCSharp ? [] : errors).Select(static problem => problem.Id).Distinct()],
            fault,
            details ?? "");
    }

    private static IEnumerable<(string Fault, string Details)> Faults(
        SyntaxTree tree, CompiledTexts compiled, IReadOnlyList<INamedTypeSymbol> carriers, SyntaxTree[] files, Diagnostic[] errors, Diagnostic[] refusals, bool isCSharp)
    {
        // Then no file can name anything in the library.
        if (!isCSharp && compiled.HidesLibrary)
        {
            yield break;
        }

        string[] before = [.. compiled.Problems[tree].Select(static problem => problem.ToString())];
        string[] after =
            [.. compiled.CompleteProblems[tree].Concat(files.SelectMany(file => compiled.CompleteProblems[file])).Select(static problem => problem.ToString())];
        if (!before.SequenceEqual(after))
        {
            yield return ("The analyzer says something else when it sees the generated part", Lines(before) + "\nand\n" + Lines(after));
        }

        ILookup<ISymbol?, Diagnostic> subjects = refusals.ToLookup(compiled.Subject, SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol carrier in carriers)
        {
            bool isGenerated = compiled.Generated.ContainsKey(carrier);
            if (isGenerated && subjects.Contains(carrier))
            {
                yield return ("Both reported and generated", Lines(subjects[carrier]));
            }

            if (isCSharp && !isGenerated && !subjects.Contains(carrier))
            {
                yield return ("Neither reported nor generated", carrier.ToDisplayString());
            }
        }

        if (refusals.FirstOrDefault(refusal => !carriers.Contains(compiled.Subject(refusal), SymbolEqualityComparer.Default)) is { } stray)
        {
            yield return ("Reported where no class carries a loss", stray.ToString());
        }

        // Warnings count only if the text itself is sound: invalid C# may leave a class half declared.
        Diagnostic[] complaints = [.. files.SelectMany(file => compiled.Complaints[file]).Where(complaint => isCSharp || complaint.Severity == DiagnosticSeverity.Error)];
        if (complaints.Length > 0)
        {
            yield return ("The generated file has " + complaints[0].Id, Lines(complaints));
        }

        // A text that is sound without the generated part must stay so; in others, its members turn one mistake into another.
        Diagnostic[] brought = [.. errors.Where(error => isCSharp && compiled.Subject(error) is { } subject && compiled.Generated.ContainsKey(subject))];
        if (brought.Length > 0)
        {
            yield return ("The generated file brings its class " + brought[0].Id, Lines(brought));
        }
    }

    private static string Lines(IEnumerable<object> items) => string.Join("\n", items);
}
