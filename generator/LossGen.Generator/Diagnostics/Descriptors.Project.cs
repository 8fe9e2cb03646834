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
        description: "A kernel's arguments are passed to the library in a ref struct that implements an interface.",
        helpLinkUri: HelpLink("LG0026"));

    public static readonly DiagnosticDescriptor RuntimeTooOld = new(
        "LG0027",
        "LossGen runtime is older than the generator",
        "The referenced LossGen library has version {0}, but the generator has version {1}: reference both from the package of one version",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated code calls the library version that it was generated for; an older one may lack a called member, or do something else.",
        helpLinkUri: HelpLink("LG0027"));

    public static readonly DiagnosticDescriptor PlatformWithoutVectors = new(
        "LG0028",
        "Platform has no vector instructions",
        "The platform is {0}, for which .NET has no vector instructions, so the kernels run slowly: they are fast on x64 and Arm64, and AnyCPU runs on either",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The kernels are written with Vector256. Where .NET has no such instructions, each operation becomes a loop over the lanes; the results are the same.",
        helpLinkUri: HelpLink("LG0028"));

    public static readonly DiagnosticDescriptor RuntimeUnderAlias = new(
        "LG0041",
        "LossGen library is not referenced under the global alias",
        "The LossGen library is referenced only under '{0}', but the generated code looks for it under global: set Aliases=\"{1}\" on the reference, or remove Aliases",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code qualifies every name with global::, where the types of a reference with aliases are found only if one of the aliases is global.",
        helpLinkUri: HelpLink("LG0041"));

    public static readonly DiagnosticDescriptor LanguageWithoutGenerator = new(
        "LG0042",
        "Losses must be declared in C#",
        "LossGen fills losses that are declared in C#, but this project is written in {0}: declare them in a C# project and reference that",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Generators run only in the C# compiler. In other languages the attributes have no effect; losses of a C# project are ordinary classes.",
        helpLinkUri: HelpLink("LG0042"));
}
