using System.Security.Cryptography;
using System.Text;
using DataParallel.Training;
using Digits;

namespace DataParallel.Checkpoints;

/// <summary>Training after an epoch: all that the epochs to come depend on.</summary>
/// <param name="Settings">What is trained.</param>
/// <param name="Ranks">How many ranks have trained. As many go on to the same bits; others to the same result up to the rounding of sums.</param>
/// <param name="RandomState">The state of the random numbers.</param>
/// <param name="Results">The results of the epochs so far.</param>
/// <param name="Weights">The parameters of the network.</param>
/// <param name="Velocities">Their momentum.</param>
public sealed record Checkpoint(TrainingSettings Settings, int Ranks, ulong RandomState, IReadOnlyList<EpochResult> Results, float[] Weights, float[] Velocities)
{
    private const int Version = 1;

    private static ReadOnlySpan<byte> Magic => "LossGen data-parallel checkpoint"u8;

    /// <summary>Requires it to be of the same training.</summary>
    /// <param name="settings">What is to be resumed.</param>
    /// <param name="parameters">The number of parameters of its network.</param>
    /// <exception cref="CheckpointException">It is not; the message names both.</exception>
    public void Require(TrainingSettings settings, int parameters)
    {
        if (Settings != settings)
        {
            throw new CheckpointException($"The checkpoint was saved with {Describe(Settings)}; resume with these options, not with {Describe(settings)}.");
        }

        if (Weights.Length != parameters || Velocities.Length != parameters)
        {
            throw new CheckpointException($"The checkpoint is of a network with {Weights.Length} parameters, and this one has {parameters}.");
        }

        static string Describe(TrainingSettings settings) =>
            $"--epochs {settings.Epochs} --seed {settings.Seed} --batch {settings.BatchSize} --unlabelled {settings.UnlabelledPercent}";
    }

    /// <summary>Its bytes, little-endian, ending with their SHA-256.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(Settings.Epochs);
            writer.Write(Settings.Seed);
            writer.Write(Settings.BatchSize);
            writer.Write(Settings.UnlabelledPercent);
            writer.Write(Ranks);
            writer.Write(RandomState);
            writer.Write(Results.Count);
            foreach (EpochResult result in Results)
            {
                writer.Write(result.TrainLoss);
                writer.Write(result.TestLoss);
                writer.Write(result.Correct);
                writer.Write(result.Tested);
            }

            Write(writer, Weights);
            Write(writer, Velocities);
        }

        byte[] content = stream.ToArray();
        return [.. content, .. SHA256.HashData(content)];
    }

    /// <summary>Reads it from its bytes.</summary>
    /// <exception cref="CheckpointException">They are not those of a whole checkpoint.</exception>
    public static Checkpoint FromBytes(byte[] bytes)
    {
        int length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < Magic.Length || !bytes.AsSpan().StartsWith(Magic))
        {
            throw new CheckpointException("it is no checkpoint of this program.");
        }

        if (!SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            throw new CheckpointException("it is damaged, as its content does not have the hash that was saved with it.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, Magic.Length, length - Magic.Length));
        int version = reader.ReadInt32();
        if (version != Version)
        {
            throw new CheckpointException($"it has version {version}, and this program reads version {Version}.");
        }

        var settings = new TrainingSettings(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        int ranks = reader.ReadInt32();
        ulong randomState = reader.ReadUInt64();
        var results = new EpochResult[reader.ReadInt32()];
        for (int epoch = 1; epoch <= results.Length; epoch++)
        {
            results[epoch - 1] = new EpochResult(epoch, reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32(), reader.ReadInt32());
        }

        return new Checkpoint(settings, ranks, randomState, results, ReadSingles(reader), ReadSingles(reader));
    }

    private static void Write(BinaryWriter writer, float[] values)
    {
        writer.Write(values.Length);
        foreach (float value in values)
        {
            writer.Write(value);
        }
    }

    private static float[] ReadSingles(BinaryReader reader)
    {
        var values = new float[reader.ReadInt32()];
        foreach (ref float value in values.AsSpan())
        {
            value = reader.ReadSingle();
        }

        return values;
    }
}
