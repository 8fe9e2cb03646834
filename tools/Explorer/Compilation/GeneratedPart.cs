using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Explorer.Compilation;

/// <summary>A part of a generated file.</summary>
/// <param name="Group">What kind of part it is.</param>
/// <param name="Label">Its name and, of a method, those of its parameters.</param>
/// <param name="Name">Its name alone.</param>
/// <param name="Code">Its text, with its comment, moved to the left margin.</param>
internal sealed record GeneratedPart(string Group, string Label, string Name, string Code)
{
    /// <summary>The parts of a file: its members, then the kernels that they call, then the file as a whole.</summary>
    public static IReadOnlyList<GeneratedPart> Of(SyntaxTree file)
    {
        string whole = file.ToString();
        return
        [
            .. file.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsPart).Select(Part)
                .OrderBy(static part => part.Group == "Kernels"),
            new GeneratedPart("File", $"Whole file, {whole.AsSpan().Count('\n')} lines", "", whole),
        ];
    }

    private static bool IsPart(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } or ConstructorDeclarationSyntax or PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null }
        && member.Parent is ClassDeclarationSyntax;

    private static GeneratedPart Part(MemberDeclarationSyntax member)
    {
        (string name, ParameterListSyntax? parameters) = member switch
        {
            MethodDeclarationSyntax method => (method.Identifier.ValueText, method.ParameterList),
            ConstructorDeclarationSyntax constructor => (constructor.Identifier.ValueText, constructor.ParameterList),
            PropertyDeclarationSyntax property => (property.Identifier.ValueText, null),
            _ => throw new InvalidOperationException($"{member.Kind()} is no part."),
        };
        bool isKernel = member.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Any(static space => space.Name.ToString().EndsWith("Generated", StringComparison.Ordinal));
        string label = parameters is null ? name : $"{name}({string.Join(", ", parameters.Parameters.Select(static parameter => parameter.Identifier.ValueText))})";
        return new GeneratedPart(isKernel ? "Kernels" : "Members", label, name, Outdented(member.ToFullString()));
    }

    private static string Outdented(string code)
    {
        string[] lines = code.Trim('\n').TrimEnd().Split('\n');
        int margin = lines.Where(static line => line.Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= margin ? line[margin..] : line));
    }
}
