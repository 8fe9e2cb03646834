using LossGen.Generator.Losses;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.SupportTests;

/// <summary>Tests of calls compile only the members: these are the same as in the generated files.</summary>
public sealed class PrintedLossesTests
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.CSharpErrorMessageFormat
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue);

    [Fact]
    public void MembersAreThoseOfTheGeneratedFile()
    {
        string[] generated = Members(PrintedLosses.Text);
        Assert.Contains(generated, static member => member.Contains(".ForwardBackward(", StringComparison.Ordinal));
        Assert.Equal(generated, Members(PrintedLosses.Members));
    }

    private static string[] Members(Func<LossSpec, string> print)
    {
        CSharpCompilation input = Compilations.Create(Compilations.Parse(ProjectSettingsTests.Losses));
        Compilation complete = input.AddSyntaxTrees(GeneratorTester.Run(input, new LossGenerator(print)).GetRunResult().GeneratedTrees);
        Assert.DoesNotContain(complete.GetDeclarationDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return
        [
            .. from type in complete.Assembly.GlobalNamespace.GetTypeMembers()
               orderby type.Name
               from symbol in type.GetMembers().Concat(type.Interfaces)
               select type.Name + ": " + symbol.ToDisplayString(Signature),
        ];
    }
}
