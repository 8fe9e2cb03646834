namespace LossGen.CompilerServices;

/// <summary>
/// Lets helpers in while it is open, and lets its owner wait until the last of them has left. A helper that comes late, even after the owner has
/// gone on to other work, finds the gate shut and touches nothing, or finds it open again and helps with that work.
/// </summary>
/// <remarks>Invariant: the state is 0 wherever the owner changes what helpers read.</remarks>
internal sealed class HelperGate
{
    private const int Opened = 1;
    private const int Awaited = 2;
    private const int Helper = 4;

    // Spinning outlasts what is left of a block, unless the helper's core has been taken away.
    private const int SpinsBeforeSleep = 20;

    // Released once for each time that the owner waited for the last helper.
    private readonly SemaphoreSlim lastLeft = new(0);
    private int state;

    public void Open() => Interlocked.Exchange(ref state, Opened);

    public bool TryEnter()
    {
        int seen = Volatile.Read(ref state);
        while ((seen & Opened) != 0)
        {
            int found = Interlocked.CompareExchange(ref state, seen + Helper, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Add(ref state, -Helper) == Awaited)
        {
            lastLeft.Release();
        }
    }

    public void CloseAndWait()
    {
        Interlocked.And(ref state, ~Opened);
        bool isInterrupted = false;
        SpinWait spinner = default;
        while (Volatile.Read(ref state) is not 0 and var seen)
        {
            try
            {
                Wait(seen, ref spinner);
            }
            catch (ThreadInterruptedException)
            {
                // An interrupt must not make this thread abandon memory that helpers still use; it is raised again afterwards.
                isInterrupted = true;
            }
        }

        if (isInterrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    private void Wait(int seen, ref SpinWait spinner)
    {
        if (spinner.Count < SpinsBeforeSleep)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }
        else if (Interlocked.CompareExchange(ref state, seen | Awaited, seen) == seen)
        {
            // The last helper to leave sees that it is awaited; had all left already, the exchange would have failed.
            lastLeft.Wait();
            Interlocked.Exchange(ref state, 0);
        }
    }
}
