using DataParallel.Collectives;

namespace DataParallel.Checkpoints;

/// <summary>The file of a checkpoint: rank 0 writes and reads it, so that it need not be on the other ranks' machines.</summary>
/// <param name="path">Where it is.</param>
public sealed class CheckpointFile(string path)
{
    /// <summary>Replaces the file. At any time it is a whole checkpoint, the one before or this one: the bytes go to a file beside it, which takes its name once they are on the disk.</summary>
    /// <exception cref="CheckpointException">It cannot be written.</exception>
    public void Write(Checkpoint checkpoint)
    {
        string temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                stream.Write(checkpoint.ToBytes());
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointException($"The checkpoint '{path}' cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>Reads the file on rank 0, and gives it to every rank.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <exception cref="CheckpointException">It cannot be read, or is no whole checkpoint.</exception>
    public Checkpoint Read(ICollective ranks)
    {
        byte[] bytes = ranks.Rank == 0 ? Bytes() : [];
        int[] length = [bytes.Length];
        ranks.Broadcast<int>(length);
        if (ranks.Rank != 0)
        {
            bytes = new byte[length[0]];
        }

        ranks.Broadcast<byte>(bytes);
        try
        {
            return Checkpoint.FromBytes(bytes);
        }
        catch (CheckpointException exception)
        {
            throw Unreadable(exception);
        }
    }

    private byte[] Bytes()
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }
    }

    private CheckpointException Unreadable(Exception exception) => new($"The checkpoint '{path}' cannot be read: {exception.Message}", exception);
}
