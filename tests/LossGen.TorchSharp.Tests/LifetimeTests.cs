using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests;

/// <summary>Memory is valid for as long as it is used and free afterwards, and an error of a backward pass reaches its caller.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public void AValueOutlivesTheScopeOfItsInputs()
    {
        using DisposeScope outer = NewDisposeScope();
        Tensor leaf = randn([64, 10], requires_grad: true);
        Tensor value;
        using (DisposeScope inner = NewDisposeScope())
        {
            Tensor logits = leaf * 2f, labels = randint(0, 10, [64]);
            value = new ByteLabelLoss().AsModule().call(logits, labels).MoveToOuterDisposeScope();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        (3 * value).backward();
        Assert.True(leaf.grad!.isfinite().all().item<bool>());
        Assert.True(leaf.grad!.abs().sum().item<float>() > 0);
    }

    [Fact]
    public void ThreeThousandStepsUnderForcedCollectionsLeakNothing()
    {
        using DisposeScope outer = NewDisposeScope();
        manual_seed(3);
        using var linear = nn.Linear(16, 10);
        using var optimizer = optim.SGD(linear.parameters(), 0.05);
        Loss<Tensor, Tensor, Tensor> loss = new ByteLabelLoss().AsModule();
        Tensor inputs = randn(32, 16), labels = randint(0, 10, [32]);
        long tensors = 0;
        float first = 0, last = 0;
        for (int step = 0; step < 3000; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            Tensor value = (step % 2 == 0 ? 1 : 2) * loss.call(linear.call(inputs), labels);
            value.backward();
            optimizer.step();
            last = value.item<float>() / (step % 2 == 0 ? 1 : 2);
            first = step == 0 ? last : first;
            GC.Collect(0);
            if (step == 100)
            {
                tensors = Tensor.TotalCount;
            }
        }

        Assert.InRange(Tensor.TotalCount, 0, tensors + 50);
        Assert.InRange(last, 0, first / 2);
    }

    [Fact]
    public void OneModuleServesTwoThreads()
    {
        Loss<Tensor, Tensor, Tensor> loss = new DigitLoss().AsModule();
        float[] expected = Run(0);
        Task<float[]>[] tasks = [.. Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(() => Enumerable.Range(0, 300).Select(_ => Run(0)).Last(), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Assert.All(tasks, task => Assert.Equal(expected, task.GetAwaiter().GetResult()));

        float[] Run(int seed)
        {
            using DisposeScope scope = NewDisposeScope();
            float[] numbers = [.. Enumerable.Range(0, 640).Select(i => MathF.Sin(seed + (0.37f * i)))];
            Tensor logits = tensor(numbers, [64, 10]).requires_grad_(true);
            loss.call(logits, arange(64, dtype: ScalarType.Int64) % 10).backward();
            return logits.grad!.data<float>().ToArray();
        }
    }

    /// <summary>The gradient that came with the value does not change, and none is computed from what is not the input any more.</summary>
    [Fact]
    public void AnInputThatWasOverwrittenIsNotReadAgain()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor leaf = randn([64, 10], requires_grad: true), logits = leaf * 2f, labels = randint(0, 10, [64]);
        Tensor value = new DigitLoss().AsModule().call(logits, labels);
        nn.functional.cross_entropy(leaf * 2f, labels).backward();
        Tensor expected = leaf.grad!;
        leaf.grad = null;
        logits.add_(1);
        value.backward(retain_graph: true);
        Gradients.Agree(expected, leaf.grad!, 1e-6);
        Assert.Contains("modified by an inplace operation", Assert.ThrowsAny<Exception>(() => (2 * value).backward()).Message, StringComparison.Ordinal);

        // The error is over.
        Assert.Equal(3, ones(3).sum().item<float>());
    }

    [Fact]
    public void AGradientWhoseScopeHasEndedIsComputedAgain()
    {
        using DisposeScope outer = NewDisposeScope();
        Tensor leaf = randn([64, 10], requires_grad: true), labels = randint(0, 10, [64]), value;
        using (DisposeScope inner = NewDisposeScope())
        {
            value = new DigitLoss().AsModule().call(leaf, labels).MoveToOuterDisposeScope();
        }

        value.backward();
        Tensor found = leaf.grad!;
        leaf.grad = null;
        nn.functional.cross_entropy(leaf, labels).backward();
        Gradients.Agree(leaf.grad!, found, 1e-6);
    }

    [Fact]
    public void WhatAnOwnerWritesToAGradientChangesNoOther()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor leaf = randn([64, 10], requires_grad: true);
        Tensor value = new DigitLoss().AsModule().call(leaf, arange(64) % 10);
        value.backward(retain_graph: true);
        Tensor expected = leaf.grad!.clone();
        for (int pass = 0; pass < 3; pass++)
        {
            leaf.grad!.zero_();
            value.backward(retain_graph: true);
            Gradients.Agree(expected, leaf.grad!, 0);
        }
    }

    /// <summary>Bytes beyond what an int counts: 2.1 GB of logits, whose gradient takes their place.</summary>
    [Fact]
    public void TensorsAboveTwoGibibytes()
    {
        using DisposeScope scope = NewDisposeScope();
        const int Samples = 54_000_000;
        Tensor logits = zeros(Samples, 10);
        logits[Samples - 1, 3] = 2f;
        float value = new DigitLoss().BackwardFrom(logits, full([Samples], 3, dtype: ScalarType.Byte), inPlace: true);
        Assert.Equal(MathF.Log(10), value, 1e-5f);
        double last = Math.Exp(2) / (9 + Math.Exp(2));
        Assert.Equal((last - 1) / Samples, logits.grad![Samples - 1, 3].item<float>(), 1e-14);
        Assert.Equal(0.1 / Samples, logits.grad![Samples / 2, 4].item<float>(), 1e-14);
    }
}
