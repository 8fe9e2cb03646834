using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using LossGen.Generator.Declarations;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.CodeFixes;

/// <summary>Makes the name of a bottom an identifier that nothing else beside it has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectBottomsCodeFixProvider))]
[Shared]
public sealed class CorrectBottomsCodeFixProvider : AttributeCodeFixProvider
{
    private const string KeywordSuffix = "Input";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.Bottoms.Id];

    internal override IEnumerable<SyntaxFix<AttributeSyntax>> FindFixes(LossAttributeData attribute, Diagnostic diagnostic)
    {
        // A list of another length says too little of what was meant.
        IReadOnlyList<ExpressionSyntax> elements = AttributeArguments.Elements(attribute.Syntax, LossProperty.Bottoms);
        int index = elements.ToList().FindIndex(element => element.Span == diagnostic.Location.SourceSpan);
        if (index < 0 || attribute.Find(LossProperty.Bottoms) is not { IsNull: false, Values: var given } || given.Length != attribute.Name.DefaultBottoms.Count)
        {
            return [];
        }

        string name = Correct([.. given.Select(static value => (string?)value.Value)], attribute)[index];
        return [new("Name it '" + name + "'", Variant: null, syntax => Rename(syntax, index, name))];
    }

    // All at once, so that a fix of one fits a fix of another, whichever comes first.
    private static string[] Correct(IReadOnlyList<string?> given, LossAttributeData attribute)
    {
        string[] names = [.. given.Select((text, index) => ToIdentifier(text, attribute.Name.DefaultBottoms[index]))];
        for (int number = 2; BottomsParser.FindClash(names.ToEquatableArray(), attribute) is { } clash; number++)
        {
            names[clash.Index] += Number(number);
        }

        return names;
    }

    private static string ToIdentifier(string? text, string otherwise)
    {
        string[] words = (text ?? "").Split(text?.Where(static character => !IsPart(character)).ToArray() ?? []);
        string name = string.Concat(words.Where(static word => word.Length > 0).Select(static (word, position) => position == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return name.Length == 0 ? otherwise
            : Identifiers.IsIdentifier(name) ? name
            : Identifiers.IsIdentifier("_" + name) && !SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? "_" + name
            : name + KeywordSuffix;
    }

    private static bool IsPart(char character) =>
        SyntaxFacts.IsIdentifierPartCharacter(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format;

    private static AttributeSyntax Rename(AttributeSyntax attribute, int index, string name)
    {
        ExpressionSyntax element = AttributeArguments.Elements(attribute, LossProperty.Bottoms)[index];
        LiteralExpressionSyntax literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        return attribute.ReplaceNode(element, literal.WithTriviaFrom(element));
    }
}
