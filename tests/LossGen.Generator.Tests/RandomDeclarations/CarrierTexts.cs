using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>
/// Draws the class around an attribute: how it is declared, nested, derived and filled. In the other parts <c>$</c> is its name and <c>%</c> its keyword.
/// </summary>
internal static class CarrierTexts
{
    private static readonly Aspect Modifiers = Aspect.Of(
        ["partial", "sealed partial", "public sealed partial", "internal partial", "abstract partial", "public partial"],
        ["", "sealed", "public", "static partial", "file partial", "file sealed partial"],
        ["partial partial", "readonly partial", "private protected partial", "partial sealed", "const partial", "unsafe partial", "parital", "async partial"]);

    private static readonly Aspect Keyword = Aspect.Of(
        ["class", "class", "class", "class", "record", "record class"],
        ["class"],
        ["struct", "record struct", "interface", "enum", "delegate void", "clas", "", "namespace"]);

    // Some are C# keywords, some are names that the generated code uses, some are spelt in ways that C# normalises.
    private static readonly Aspect Name = Aspect.Of(
        [
            "Loss", "Ψηφία", "損失", "Été", "Убыток", "İlk", "E\u0301te\u0301", "Lo\u200Dss", "L\\u006Fss",
            "@class", "@record", "@var", "@await", "@field", "@nint", "@partial", "@file", "@Loss",
            "_", "_1", "System", "LossGen", "Vector256", "ReadOnlySpan", "Span", "ILoss", "GeneratedCode", "Kernels", "LossKernels", "Lanes", "Sizes",
            "lower", "Generated", "LossGuard",
        ],
        ["Forward", "Backward", "ForwardBackward", "normalizedWeights", "@Forward", "Forw\\u0061rd"],
        ["1Loss", "", "class", "Lo ss", "Loss-1", "partial", "var", "record", "<T>", "\"Loss\"", "Loss.Inner"]);

    private static readonly Aspect TypeParameters = Aspect.Of([""], ["<T>", "<T, @class>", "<System>"], ["<>", "<in T>", "<T", "<T, T>", "<int>"]);

    private static readonly Aspect PrimaryConstructor = new(
        Gen.Frequency((9, Gen.Const("")), (1, Gen.OneOf("()", "(int number)", "(int Forwards, string @class)", "(float weights)"))),
        Gen.OneOf("(int normalizedWeights)", "(global::System.ReadOnlySpan<float> weights)", "(int Forward)"),
        Gen.OneOf("(int)", "(int a, int a)", "(", "(ref)"));

    private static readonly Aspect Container = new(
        Gen.Frequency((5, Gen.Const("")), (2, Gen.OneOf(
            "partial class Outer { ", "partial struct Outer<T> where T : struct { ", "partial interface IOuter { ",
            "partial record Outer(int Number) { ", "static partial class Outer { ",
            "partial record struct Outer<@class, T2> { ", "partial class System { ", "partial class LossGen { ",
            "partial class Outer { private protected partial class Middle<System> { ", "public abstract partial class @event { ",
            "[SquareLoss] partial class Outer { ", "partial class Outer<LossGen> { ", "partial class Outer { int Forward; "))),
        Gen.OneOf(
            "class Outer { ", "struct Outer { partial class Middle { ", "file partial class Outer { ", "static class Outer { ",
            "partial class Outer { class Middle<T> { ", "record Outer(int Number) { "),
        Gen.OneOf(
            "enum Outer { ", "partial class { ", "void Outer() { ", "partial class Outer ", "partial interface IOuter<in T> { ",
            "partial class Outer {{ ", "static partial class Outer { extension(int number) { "));

    // Openings are counted and closed, so that an intentionally wrong opening is the only mistake.
    public static Gen<string> Around(string attributes, string formula, Taste taste) =>
        from container in Container.At(taste)
        from lineage in CarrierLineages.Lineage.At(taste)
        from modifiers in Modifiers.At(taste)
        from keyword in Keyword.At(taste)
        from name in Name.At(taste)
        from typeParameters in TypeParameters.At(taste)
        from primaryConstructor in PrimaryConstructor.At(taste)
        from members in CarrierMembers.Members(taste)
        from further in CarrierLineages.FurtherPart.At(taste)
        let parts = lineage.Replace("%", keyword, StringComparison.Ordinal).Split('|')
        let head = $"{parts[0]}{container}{attributes} {modifiers} {keyword} {name}{typeParameters}{primaryConstructor}{parts[1]}"
        let all = string.Join(" ", new[] { formula, members }.Where(static text => text.Length > 0))
        let body = all.Length == 0 ? ";" : " { " + all + " }"
        let rest = (body + further).Replace("$", name, StringComparison.Ordinal).Replace("%", keyword, StringComparison.Ordinal)
        select head + rest + string.Concat(Enumerable.Repeat(" }", container.Count(static character => character == '{')));
}
