using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// What is wrong with the project around the loss.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor LanguageVersionTooLow = new(
        "LG0026",
        "C# version is too low for the generated code",
        "The language version is C# {0}, but the generated code needs C# {1} or later: set LangVersion in the project, or remove it, as the default of .NET 10 is C# 14",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What a kernel is called with is handed to the library in a type that lives on the stack and implements an interface.",
        helpLinkUri: HelpLink("LG0026"));

    public static readonly DiagnosticDescriptor RuntimeTooOld = new(
        "LG0027",
        "LossGen runtime is older than the generator",
        "The referenced LossGen library has version {0}, but the generator has version {1}: reference both from the package of one version",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated code calls the library that it was made for; an older one may lack what is called, or do something else.",
        helpLinkUri: HelpLink("LG0027"));

    public static readonly DiagnosticDescriptor PlatformWithoutVectors = new(
        "LG0028",
        "Platform has no vector instructions",
        "The platform is {0}, for which .NET has no vector instructions, so the kernels run slowly: they are fast on x64 and Arm64, and AnyCPU runs on either",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The kernels are written with Vector256. Where .NET has no such instructions each operation becomes a loop over the lanes; the results are the same.",
        helpLinkUri: HelpLink("LG0028"));

    public static readonly DiagnosticDescriptor RuntimeUnderAlias = new(
        "LG0041",
        "LossGen library is not referenced under global",
        "The LossGen library is referenced under '{0}' only, but the generated code finds it under global: set Aliases=\"{1}\" on the reference, or remove Aliases",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code names everything from global:: on, where the types of a reference with aliases are only if one of these is global.",
        helpLinkUri: HelpLink("LG0041"));

    public static readonly DiagnosticDescriptor LanguageWithoutGenerator = new(
        "LG0042",
        "Losses are declared in C# only",
        "LossGen fills losses that are declared in C#, but this project is written in {0}: declare them in a C# project and reference that",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Generators run in the C# compiler alone. In another language the attributes have no effect; losses of a C# project are classes like any other.",
        helpLinkUri: HelpLink("LG0042"));
}
