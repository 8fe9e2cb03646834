namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>What a class derives from, and its further parts.</summary>
internal static class CarrierLineages
{
    /// <summary>Declarations ahead of the class, a bar, its base list.</summary>
    public static Aspect Lineage { get; } = Aspect.Of(
        [
            "|",
            "|",
            "class Base; | : Base",
            "record Base; | : Base",
            "abstract class Base { protected Base(int number = 1) { } } | : Base",
            "class Base<T> { protected T Value = default!; } | : Base<int>",
            "class Base { private protected Base() { } public int Forward() => 1; } | : Base",
            "class Base { public void Backward(int number) { } } | : Base",
            "abstract class Base { public required int Number { get; set; } } | : Base",
            "class Base { int Forward, normalizedWeights; public int Sum => Forward + normalizedWeights; } | : Base",
            "interface IMarked; | : IMarked",
            "| : System.MarshalByRefObject",
            "| : System.Exception",
            "| : object",
            "| : ILoss<float, int>",
            "| : ILoss<float, float>",
            "class Base { public int System, LossGen, Math; } | : Base",
            "class Base { [System.Obsolete] public Base() { } public Base(int number) { } } | : Base",
            "class Base { public virtual int prediction => 1; protected class ReadOnlySpan<T>; } | : Base",
        ],
        [
            "class Base { protected int Forward; } | : Base",
            "class Base { public float Forward(System.ReadOnlySpan<float> a, System.ReadOnlySpan<float> b) => a[0] + b[0]; } | : Base",
            "class Base { protected class ForwardBackward; } class Middle : Base; | : Middle",
            "[SquareLoss] partial class Base; | : Base",
            "[SoftmaxLoss(Shape.Batch, 3)] partial class Base; class Middle : Base; | : Middle",
            "class Base { protected int normalizedWeights; } | : Base",
            "class Base<T> { public static T? Backward { get; set; } } | : Base<string>",
        ],
        [
            "| : Unknown",
            "sealed class Base; | : Base",
            "| :",
            "| : $",
            "class Base { private Base() { } } | : Base",
            "class Base(int number) { public int Number => number; } | : Base",
            "abstract class Base { public abstract void Act(); } | : Base",
            "static class Base; | : Base",
            "| : int",
            "| : System.IDisposable",
            "| where T : class",
        ]);

    /// <summary>What follows the class.</summary>
    public static Aspect FurtherPart { get; } = Aspect.Of(
        [
            "",
            "",
            " partial class $;",
            " partial class $ { int more; public int More => more++; }",
            " [System.Serializable] partial class $;",
            " class Other<T>;",
            " struct Forward;",
            "\n#nullable disable\n partial class $ { string? name; public string? Text => name ??= \"\"; }",
            "\n#pragma warning disable\n",
            " /// <summary>Unfinished",
            " class $<T>;",
        ],
        [
            " [SoftmaxLoss(Shape.Batch, 2)] partial class $;",
            " [HingeLoss] partial class $;",
            " partial class $ { void Forward() { } }",
            " partial class $ { int Backward; public int Value => Backward++; }",
            " [SquareLoss] partial class loss; [SquareLoss] partial class LOSS;",
            " [SquareLoss] sealed class Further;",
        ],
        [
            " class $;",
            " partial struct $;",
            " [SquareLoss] partial class $; [SquareLoss] partial class $;",
            " partial interface $;",
            " enum $;",
            " partial record $;",
            " partial class $ : System.Exception; partial class $ : System.Attribute;",
            " }",
            " /*",
            "\n#if UNKNOWN",
            "\n#else\n",
            " namespace Inner { }",
            " partial class $ {",
        ]);
}
