extern alias DataParallelSample;

using DataParallelSample::DataParallel.Scaling;

namespace LossGen.Samples.Tests.DataParallel;

/// <summary>The prediction of scaling.</summary>
public sealed class ScalingTests
{
    [Fact]
    public void ARingSendsTwiceAllButOneOfItsParts()
    {
        var network = new RingAllReduce(LatencySeconds: 1e-6, BytesPerSecond: 1e9);
        Assert.Equal(0, network.Seconds(1, 1_000_000));
        Assert.Equal(2e-6 + 1e-3, network.Seconds(2, 1_000_000), 1e-12);
        Assert.Equal(14e-6 + 1.75e-3, network.Seconds(8, 1_000_000), 1e-12);
    }

    [Fact]
    public void RanksDoubleUpToTheMost()
    {
        var network = new RingAllReduce(LatencySeconds: 0, BytesPerSecond: 1e9);
        ScalingRow[] rows = [.. ScalingForecast.Predict(6, 10, network, static images => images * 1e-3, parameters: 0)];
        Assert.Equal([1, 2, 4, 6], rows.Select(static row => row.Ranks));
        Assert.Equal([10, 5, 3, 2], rows.Select(static row => row.Shard));
        Assert.All(rows, static row => Assert.Equal((row.Shard * 1e-3) + row.CommunicationSeconds, row.StepSeconds, 1e-12));
    }
}
