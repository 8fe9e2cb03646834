namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>What a class derives from, and its further parts.</summary>
internal static class CarrierLineages
{
    /// <summary>Declarations before the class, a bar, its base list.</summary>
    public static Aspect Lineage { get; } = Aspect.Of(
        [
            "|",
            "|",
            "public % Base; | : Base",
            "public abstract % Base { protected Base(int number = 1) { } } | : Base",
            "public % Base<T> { protected T Value = default!; } | : Base<int>",
            "public % Base { private protected Base() { } public int Forward() => 1; } | : Base",
            "public % Base { public void Backward(int number) { } } | : Base",
            "public abstract % Base { public required int Number { get; set; } } | : Base",
            "public % Base { int Forward, normalizedWeights; public int Sum => Forward + normalizedWeights; } | : Base",
            "interface IMarked; | : IMarked",
            "| : global::System.MarshalByRefObject",
            "| : global::System.Exception",
            "| : object",
            "| : ILoss<float, int>",
            "| : ILoss<float, float>",
            "public % Base { public int System, LossGen, Math; } | : Base",
            "public % Base { [global::System.Obsolete] public Base() { } public Base(int number) { } } | : Base",
            "public % Base { public virtual int prediction => 1; protected class ReadOnlySpan<T>; } | : Base",
        ],
        [
            "public % Base { protected int Forward; } | : Base",
            "public % Base { public float Forward(global::System.ReadOnlySpan<float> a, global::System.ReadOnlySpan<float> b) => a[0] + b[0]; } | : Base",
            "public % Base { protected class ForwardBackward; } public % Middle : Base; | : Middle",
            "[SquareLoss] public partial % Base; | : Base",
            "[SoftmaxLoss(Shape.Batch, 3)] public partial % Base; public % Middle : Base; | : Middle",
            "public % Base { protected int normalizedWeights; } | : Base",
            "public % Base<T> { public static T? Backward { get; set; } } | : Base<string>",
        ],
        [
            "| : Unknown",
            "public sealed % Base; | : Base",
            "| :",
            "| : $",
            "public % Base { private Base() { } } | : Base",
            "public % Base(int number) { public int Number => number; } | : Base",
            "public abstract % Base { public abstract void Act(); } | : Base",
            "static class Base; | : Base",
            "| : int",
            "| : global::System.IDisposable",
            "| where T : class",
        ]);

    /// <summary>What follows the class.</summary>
    public static Aspect FurtherPart { get; } = Aspect.Of(
        [
            "",
            "",
            " partial % $;",
            " partial % $ { int more; public int More => more++; }",
            " [global::System.Serializable] partial % $;",
            " class Other<T>;",
            " struct Forward;",
            "\n#nullable disable\n partial % $ { string? name; public string? Text => name ??= \"\"; }",
            "\n#pragma warning disable\n",
            " /// <summary>Unfinished\n",
            " % $<T>;",
        ],
        [
            " [SoftmaxLoss(Shape.Batch, 2)] partial % $;",
            " [HingeLoss] partial % $;",
            " partial % $ { void Forward() { } }",
            " partial % $ { int Backward; public int Value => Backward++; }",
            " [SquareLoss] partial class loss; [SquareLoss] partial class LOSS;",
            " [SquareLoss] sealed class Further;",
        ],
        [
            " % $;",
            " partial struct $;",
            " [SquareLoss] partial % $; [SquareLoss] partial % $;",
            " partial interface $;",
            " enum $;",
            " partial record $;",
            " partial % $ : global::System.Exception; partial % $ : global::System.Attribute;",
            " }",
            " /*",
            "\n#if UNKNOWN",
            "\n#else\n",
            " namespace Inner { }",
            " partial % $ {",
        ]);
}
