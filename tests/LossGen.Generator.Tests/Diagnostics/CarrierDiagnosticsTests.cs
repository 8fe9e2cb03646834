using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0001, LG0002, LG0008, LG0009 and LG0013: the class that carries the attribute, and the types around it.</summary>
public sealed class CarrierDiagnosticsTests
{
    [Theory]
    [InlineData("[SquareLoss] sealed class [|Loss|];")]
    [InlineData("[SquareLoss] public record [|Loss|](int Number);")]
    [InlineData("static partial class Outer { [SquareLoss] class [|Loss|] { } }")]
    public Task ClassNotPartial(string source) =>
        DiagnosticTester.ExpectAsync("LG0001", source, "The class 'Loss' carries a loss attribute and must be partial");

    [Theory]
    [InlineData("static class Outer { [SquareLoss] partial class [|Loss|]; }", "'Outer'")]
    [InlineData("struct Outer { partial class Middle { [SquareLoss] partial class [|Loss|]; } }", "'Outer'")]
    [InlineData("partial class Middle { interface Outer { [SquareLoss] partial class [|Loss|]; } }", "'Outer'")]
    [InlineData("record struct Outer { [SquareLoss] partial class [|Loss|]; }", "'Outer'")]
    [InlineData("class A { record B<T> { partial class C { [SquareLoss] partial class [|Loss|]; } } }", "'A' and 'B'")]
    public Task ContainingTypeNotPartial(string source, string containers) =>
        DiagnosticTester.ExpectAsync("LG0002", source, "The loss 'Loss' is nested in " + containers + ", but every containing type must be partial");

    [Theory]
    [InlineData("[SquareLoss, [|SoftmaxLoss(Shape.Batch, 10)|]] partial class Loss;", "SquareLoss", "SoftmaxLoss")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10)] partial class Loss; [[|SquareLossAttribute|]] partial class Loss;", "SoftmaxLoss", "SquareLoss")]
    public Task SeveralLosses(string source, string first, string second) =>
        DiagnosticTester.ExpectAsync("LG0008", source, "The class 'Loss' carries both " + first + " and " + second + ", but can have only one loss attribute");

    [Theory]
    [InlineData("[SquareLoss] [|static|] partial class Loss;", "it is static, and a loss is an instance that implements ILoss")]
    [InlineData("[SquareLoss] partial class Loss[|<T>|];", "it is generic, and a loss is compiled for one element type")]
    [InlineData("[SquareLoss] [|file|] partial class Loss;", "it is local to its file, and the generated part stands in another")]
    [InlineData("file partial class Outer { [SquareLoss] partial class [|Loss|]; }", "it is local to its file, and the generated part stands in another")]
    [InlineData("class Base { protected int Forward; } [SquareLoss] partial class [|Loss|] : Base;", "it inherits a member 'Forward' that the one it would be given hides")]
    [InlineData("class Base { protected int DoubleBackward; } [SquareLoss(Curvature = true)] partial class [|Loss|] : Base;", "it inherits a member 'DoubleBackward' that the one it would be given hides")]
    [InlineData("class Base { protected int Statistics; } [SoftmaxLoss(Shape.Batch, 3, Outputs = LossOutputs.Statistics)] partial class [|Loss|] : Base;", "it inherits a member 'Statistics' that the one it would be given hides")]
    [InlineData("class Base { public float Forward(System.ReadOnlySpan<float> a, System.ReadOnlySpan<float> b) => a[0] + b[0]; } class Middle : Base; [SquareLoss] partial class [|Loss|] : Middle;", "it inherits a member 'Forward' that the one it would be given hides")]
    [InlineData("class System; [LossGen.SquareLoss] partial class [|Loss|];", "the type 'System' in the global namespace hides the namespace of that name, which generated code needs")]
    [InlineData("[SquareLoss] partial class [|Loss|]; namespace LossGen.Generated { class Lanes; }", "the project has 'Lanes' in the namespace LossGen.Generated, which is for generated code alone")]
    [InlineData("[SquareLoss] partial class [|Loss|]; namespace LossGen.Generated.Vector256 { enum Other; }", "the project has 'Vector256' in the namespace LossGen.Generated, which is for generated code alone")]
    public Task ClassCannotCarryLoss(string source, string reason) =>
        DiagnosticTester.ExpectAsync("LG0009", source, "The class 'Loss' cannot carry a loss: " + reason);

    [Theory]
    [InlineData("Forward")]
    [InlineData("Backward")]
    [InlineData("ForwardBackward")]
    public Task ClassNamedLikeItsMember(string name) => DiagnosticTester.ExpectAsync(
        "LG0009",
        "[SquareLoss] partial class [|" + name + "|];",
        "The class '" + name + "' cannot carry a loss: it has the name of a method that it would be given");

    [Theory]
    [InlineData("void [|Forward|]() { }", "Forward")]
    [InlineData("int [|Backward|];", "Backward")]
    [InlineData("static float [|ForwardBackward|](float x) => x; void Other() { }", "ForwardBackward")]
    public Task ClassWithAMemberOfThatName(string member, string name) => DiagnosticTester.ExpectAsync(
        "LG0009",
        "[SquareLoss] partial class Loss { " + member + " }",
        "The class 'Loss' cannot carry a loss: it has a member '" + name + "' of its own, the name of one that it would be given");

    [Fact]
    public Task AGenericTypeHidesNoNamespace() => DiagnosticTester.ExpectValidAsync("public class LossGen<T>; public class System<T>; [SquareLoss] partial class Loss;");

    [Fact]
    public Task LossDerivedFromALoss() => DiagnosticTester.ExpectAsync(
        "LG0009",
        "[SquareLoss] partial class Base; [SquareLoss] partial class [|Loss|] : Base;",
        "The class 'Loss' cannot carry a loss: it derives from another loss, whose members it would hide",
        validLosses: 1);

    /// <summary>The base's generated member replaces the record's own, so that only the base distinguishes the two.</summary>
    [Fact]
    public Task LossDerivedFromALossWithAParameterOfThatName() => DiagnosticTester.ExpectAsync(
        "LG0009",
        "[SquareLoss] partial record Base; [SquareLoss] partial record [|Loss|](int Forward) : Base;",
        "The class 'Loss' cannot carry a loss: it derives from another loss, whose members it would hide",
        validLosses: 1);

    [Fact]
    public async Task NamesDifferInCase() => Assert.Equal(
        [
            "The names of the losses 'Samples.Loss' and 'Samples.LOSS' differ only in case, but generated files are named after them ignoring case",
            "The names of the losses 'Samples.LOSS' and 'Samples.Loss' differ only in case, but generated files are named after them ignoring case",
        ],
        await DiagnosticTester.ExpectAsync("LG0013", "namespace Samples { [SquareLoss] partial class [|Loss|]; [SquareLoss] partial class [|LOSS|]; }"));

    [Fact]
    public async Task LossesOfDifferentKindsDifferInCase() => Assert.Equal(2, (await DiagnosticTester.ExpectAsync(
        "LG0013", "[SquareLoss] partial class [|Loss|]; [SoftmaxLoss(Shape.Batch, 10)] partial class [|LOSS|];")).Length);

    /// <summary>No file is generated for a wrong loss, so its file name cannot clash.</summary>
    [Fact]
    public Task TwinThatIsWrongDoesNotMatter() =>
        DiagnosticTester.ExpectAsync("LG0004", "[SquareLoss] partial class Loss; [SquareLoss(Shape.Batch, [|0|])] partial class LOSS;", "Dimension 1 of the shape (Batch, 0), counted from 0, is 0, but must be at least 1 or Shape.Batch", validLosses: 1);

    [Fact]
    public async Task ContainersDifferInCase() => Assert.Equal(2, (await DiagnosticTester.ExpectAsync(
        "LG0013",
        "namespace A.B { partial class C { [SquareLoss] partial class [|D|]; } } namespace a.b { partial class c { [SquareLoss] partial class [|D|]; } }")).Length);

    [Theory]
    [InlineData("[SquareLoss] public sealed partial class Loss;")]
    [InlineData("[SquareLoss] public abstract partial class Loss { protected Loss() { } }")]
    [InlineData("[SquareLoss] partial record Loss;")]
    [InlineData("[SquareLoss] sealed partial record class Loss(int Number);")]
    [InlineData("[SquareLoss] partial class Loss; partial class Loss { private int number = 1; public int Next() => ++number; }")]
    [InlineData("[type: SquareLoss] partial class Loss;")]
    [InlineData("[SquareLossAttribute()] partial class Loss;")]
    [InlineData("[global::LossGen.SquareLoss] partial class Loss;")]
    [InlineData("[System.Serializable, SquareLoss] partial class Loss;")]
    [InlineData("[SquareLoss] partial class @class;")]
    [InlineData("[SquareLoss] partial class @record;")]
    [InlineData("[SquareLoss] partial class @required;")]
    [InlineData("[SquareLoss] partial class @file;")]
    [InlineData("[SquareLoss] partial class @scoped;")]
    [InlineData("[SquareLoss] partial class @extension;")]
    [InlineData("[SquareLoss] partial class @var;")]
    [InlineData("[SquareLoss] partial class Verlust\u00DF\u00E4;")]
    [InlineData("namespace @namespace.@if { [SquareLoss] partial class Loss; }")]
    [InlineData("namespace A { namespace B.C { [SquareLoss] partial class Loss; } }")]
    [InlineData("static partial class Outer { [SquareLoss] private sealed partial class Loss; }")]
    [InlineData("ref partial struct Outer { [SquareLoss] internal partial class Loss; }")]
    [InlineData("readonly partial record struct Outer(int Number) { [SquareLoss] internal partial class Loss; }")]
    [InlineData("partial interface IOuter<T, T2> where T : class { [SquareLoss] internal partial class Loss; }")]
    [InlineData("partial record Outer<@class>(@class Value) where @class : notnull { partial class Middle<T> { [SquareLoss] internal partial class Loss; } }")]
    [InlineData("partial class Outer { [SquareLoss] internal partial class Outer2 { [SoftmaxLoss(Shape.Batch, 3)] internal partial class Loss; } }", 2)]
    [InlineData("partial class A { [SquareLoss] partial class Loss; } partial class A<T> { [SquareLoss] partial class Loss; }", 2)]
    [InlineData("namespace A { [SquareLoss] partial class Loss; class LOSS; } namespace B { [SquareLoss] partial class loss2; [SquareLoss] partial class Loss; }", 3)]
    public Task ValidClass(string source, int losses = 1) => DiagnosticTester.ExpectValidAsync(source, losses);
}
