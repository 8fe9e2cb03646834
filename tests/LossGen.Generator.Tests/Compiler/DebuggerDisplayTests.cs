using System.Diagnostics;
using System.Reflection;
using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>The IR in a debugger: one line, which distinguishes nodes that differ.</summary>
public sealed class DebuggerDisplayTests
{
    private static readonly Tensor Logits = new("logits", ScalarType.Single, TensorRole.Input);
    private static readonly Variable Index = new("i", IrType.Index);
    private static readonly Expr Difference = new Load(Logits, Index, IrType.Single) - new Variable("maximum", IrType.Single);

    [Fact]
    public void AnExpressionShowsItsType() => Assert.Equal("logits[i] − maximum : f32", Shown(Difference));

    [Fact]
    public void AStatementShowsItsFirstLine() => Assert.Equal(
        "for i in 0..8 over elements",
        Shown(new Loop(Index, Expr.Position(0), Expr.Position(8), LoopRole.Elements, default, EquatableArray.Of<Stmt>(new Declare(new Variable("x", IrType.Single), Difference)))));

    [Fact]
    public void AKernelShowsItsHead()
    {
        LossKernel kernel = new(
            "Forward", new ElementwiseIteration(), EquatableArray.Of(Logits), default, EquatableArray.Of<Stmt>(new Return(Expr.Position(0))), new KernelNotes(), KernelRequest.Default);
        Assert.Equal("kernel Forward(logits: f32[]), 1 statements, Bits256", Shown(kernel));
    }

    [Fact]
    public void ATensorShowsWhatItIs() => Assert.Equal("logits: f32[], Input 0, Elements", Shown(Logits));

    [Fact]
    public void AnArrayShowsHowMany() => Assert.Equal("Count = 2", Shown(EquatableArray.Of(1, 2)));

    // As in a debugger, which also finds the attribute of a base class.
    private static string Shown(object value)
    {
        Type type = value.GetType();
        while (type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: false) is null)
        {
            type = type.BaseType!;
        }

        Assert.Equal("{DebuggerDisplay,nq}", type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: false)!.Value);
        return (string)type.GetProperty("DebuggerDisplay", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(value)!;
    }
}
