using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>A class's own members: names that the generated part uses too, and constructors of all kinds.</summary>
internal static class CarrierMembers
{
    private static readonly Aspect Member = Aspect.Of(
        [
            "",
            "public int System => 1;",
            "public int LossGen { get; set; }",
            "public static int global => 1;",
            "private class ReadOnlySpan<T>;",
            "public class Span;",
            "public enum Vector256 { One }",
            "private static class Generated;",
            "private static class System { public static class MathF; }",
            "public class LossKernels { public static void Forward() { } }",
            "public const int samples = 1, scale = 2;",
            "public int prediction = 1, target = 2, logits = 3, labels = 4;",
            "public int this[int index] => index;",
            "public static explicit operator int($ loss) => 1;",
            "partial void Act();",
            "partial void Act(); partial void Act() { }",
            "public event global::System.Action? Done { add { } remove { } }",
            "~$() { }",
            "static $() { }",
            "public $() { }",
            "public $(int number) { _ = number; }",
            "public $(int number) : this(new float[number]) { }",
            "public $(string text) : this(text.Length) { } public $(int number) { _ = number; }",
            "public required string Title { get; init; }",
            "[global::System.Obsolete] public void Old() { }",
            "public override string ToString() => \"損失\";",
            "protected virtual void forward() { }",
            "public float Use(float[] x) => Forward(x, x);",
            "public unsafe_ Value => new(); public class unsafe_;",
            "public void Deconstruct(out int first, out int second) => first = second = 1;",
            "public int Number { get => field; set => field = value; }",
        ],
        [
            "public void Forward() { }",
            "public int Backward = 1;",
            "public class ForwardBackward;",
            "private enum Forward { One }",
            "public static float Backward(float x) => x;",
            "public event global::System.Action? Forward { add { } remove { } }",
            "partial void Backward();",
            "private float normalizedWeights => 1;",
            "public $(global::System.ReadOnlySpan<float> weights) { _ = weights.Length; }",
            "public $(global::System.ReadOnlySpan<double> weights) { _ = weights.Length; }",
            "public $(in global::System.ReadOnlySpan<float> weights) { _ = weights.Length; }",
            "public void Forw\\u0061rd() { }",
            "public static T ForwardBackward<T>(T x) => x;",
        ],
        [
            "public int x",
            "public void M( { }",
            "public Unknown Value;",
            "public void $() { }",
            "public int a, a;",
            "public partial int Missing { get; }",
            "public int Wrong() => \"\";",
            "public $(int number) : this() { }",
            "public abstract void M() { }",
            "{",
            "void Other.Forward() { }",
            "float ILoss<float, float>.Forward(global::System.ReadOnlySpan<float> x, global::System.ReadOnlySpan<float> y) => 1;",
            "public $(bool flag) : base(flag) { }",
        ]);

    public static Gen<string> Members(Taste taste) => Gen.Frequency(
        (5, Gen.Const("")),
        (4, Member.At(taste)),
        (1, from first in Member.At(taste) from second in Member.At(taste) select first == second ? first : first + " " + second));
}
