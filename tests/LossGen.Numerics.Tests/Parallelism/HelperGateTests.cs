using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>The gate lets helpers in while it is open, and the thread that shuts it continues when the last helper has left, not earlier.</summary>
[Collection(ThreadCollection.Name)]
public sealed class HelperGateTests
{
    [Fact]
    public void ShutGateLetsNobodyIn()
    {
        HelperGate gate = new();
        Assert.False(gate.TryEnter());
        gate.Open();
        Assert.True(gate.TryEnter());
        gate.Leave();
        gate.CloseAndWait();
        Assert.False(gate.TryEnter());
    }

    /// <summary>The owner spins for helpers that leave at once, and sleeps for others.</summary>
    [Fact]
    public void LastOneIsAwaited()
    {
        HelperGate gate = new();
        for (int i = 0; i < 1_000; i++)
        {
            gate.Open();
            Assert.True(gate.TryEnter());
            bool hasLeft = false;
            Thread helper = new(() =>
            {
                Thread.SpinWait(i * 100);
                Volatile.Write(ref hasLeft, true);
                gate.Leave();
            });
            helper.Start();
            gate.CloseAndWait();
            Assert.True(hasLeft);
            helper.Join();
        }
    }

    [Fact]
    public void InterruptionIsToldAfterwards()
    {
        HelperGate gate = new();
        gate.Open();
        Assert.True(gate.TryEnter());
        bool hasLeft = false;
        bool wasAwaited = false;
        bool isInterrupted = false;
        Thread owner = new(() =>
        {
            Thread.CurrentThread.Interrupt();
            gate.CloseAndWait();
            wasAwaited = Volatile.Read(ref hasLeft);
            isInterrupted = Record.Exception(static () => Thread.Sleep(1)) is ThreadInterruptedException;
        });
        owner.Start();
        Thread.Sleep(100);
        Volatile.Write(ref hasLeft, true);
        gate.Leave();
        owner.Join();
        Assert.True(wasAwaited);
        Assert.True(isInterrupted);

        // Afterwards the gate is as good as new.
        gate.Open();
        Assert.True(gate.TryEnter());
        gate.Leave();
        gate.CloseAndWait();
        Assert.False(gate.TryEnter());
    }
}
