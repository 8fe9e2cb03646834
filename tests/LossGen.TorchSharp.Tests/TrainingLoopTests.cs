using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests;

/// <summary>The steps of training that the documents show, word for word: each makes the loss smaller, by the same amount.</summary>
public sealed class TrainingLoopTests
{
    [Fact]
    public void EveryStepOfTheDocumentsTrains()
    {
        float[] values = Trained(WithTorchs);
        Assert.InRange(values[^1], 0, values[0] - 0.1f);
        Assert.All([WithAModule, WithTheSameLoop, WithoutANode], step => Assert.All(values.Zip(Trained(step)), static pair => Assert.Equal(pair.First, pair.Second, 1e-5f)));
    }

    private static float[] Trained(Func<nn.Module<Tensor, Tensor>, optim.Optimizer, Tensor, Tensor, float> step)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        using var model = nn.Linear(8, 10);
        using optim.Optimizer optimizer = optim.SGD(model.parameters(), 0.5);
        Tensor images = randn(40, 8), labels = arange(40) % 10;
        float[] values = new float[10];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = step(model, optimizer, images, labels);
        }

        return values;
    }

    private static float WithTorchs(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor images, Tensor labels)
    {
        var loss = nn.CrossEntropyLoss();

        // …
        optimizer.zero_grad();
        Tensor value = loss.call(model.call(images), labels);
        value.backward();
        optimizer.step();
        return value.item<float>();
    }

    private static float WithTheSameLoop(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor images, Tensor labels)
    {
        var loss = new DigitLoss().AsModule();
        optimizer.zero_grad();
        Tensor value = loss.call(model.call(images), labels);
        value.backward();
        optimizer.step();
        return value.item<float>();
    }

    private static float WithAModule(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor images, Tensor labels)
    {
        optimizer.zero_grad();
        Tensor logits = model.call(images);
        Tensor value = new DigitLoss().AsModule().call(logits, labels);
        value.backward();
        optimizer.step();
        return value.item<float>();
    }

    private static float WithoutANode(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor images, Tensor labels)
    {
        optimizer.zero_grad();
        Tensor logits = model.call(images);
        float value = new DigitLoss().BackwardFrom(logits, labels);
        optimizer.step();
        return value;
    }
}
