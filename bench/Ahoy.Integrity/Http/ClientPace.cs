namespace Ahoy.Integrity.Http;

/// <summary>How a client reads and writes: as fast as it can, or in small pieces with pauses between them.</summary>
/// <param name="random">Decides on pieces and pauses.</param>
/// <param name="readsSlowly">Whether it takes its time to read.</param>
/// <param name="writesSlowly">Whether it takes its time to write.</param>
internal sealed class ClientPace(Random random, bool readsSlowly, bool writesSlowly)
{
    // A slow client must not need minutes for the largest answers: after so many pauses it hurries.
    private const int MostPauses = 25;
    private const int LongestPause = 40;
    private const int LargestPiece = 24 * 1024;

    private int _readPauses;
    private int _writePauses;

    public bool ReadsSlowly => readsSlowly;

    /// <summary>A request begins: it may have pauses again.</summary>
    public void BeginWriting() => _writePauses = 0;

    /// <summary>An answer begins: it may have pauses again.</summary>
    public void BeginReading() => _readPauses = 0;

    public ValueTask<int> BeforeReadAsync(int most, CancellationToken cancellation) => NextAsync(readsSlowly && _readPauses++ < MostPauses, most, cancellation);

    public ValueTask<int> BeforeWriteAsync(int most, CancellationToken cancellation) => NextAsync(writesSlowly && _writePauses++ < MostPauses, most, cancellation);

    private async ValueTask<int> NextAsync(bool isSlow, int most, CancellationToken cancellation)
    {
        if (!isSlow)
        {
            return most;
        }

        int piece;
        int pause;
        lock (random)
        {
            piece = 1 + random.Next(random.Next(2) == 0 ? 64 : LargestPiece);
            pause = random.Next(2) == 0 ? 0 : random.Next(LongestPause);
        }

        await Task.Delay(pause, cancellation).ConfigureAwait(false);
        return Math.Min(most, piece);
    }
}
