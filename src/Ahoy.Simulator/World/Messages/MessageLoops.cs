namespace Ahoy.Simulator.World;

/// <summary>
/// Notices numbers of the account that answer each other without end. The platform counts what goes to people as well; here a person's test may be as quick as it
/// likes. Page: error 14107.
/// </summary>
internal sealed class MessageLoops
{
    /// <summary>The code of a message that is one too many.</summary>
    public const int Code = 14107;

    /// <summary>How many messages may go from one number to another, each within <see cref="Window"/> of the one before.</summary>
    public const int Maximum = 30;

    /// <summary>How soon the next has to follow to count, and how long the pair has to be silent after that.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly Dictionary<(string From, string To), (int Count, DateTimeOffset Last)> _pairs = [];

    /// <summary>Counts a message, and says whether it is one too many.</summary>
    public bool IsOver(TwilioWorld world, Message message)
    {
        if (message.From is not { } from || world.Phones.Find(message.To) is null)
        {
            return false;
        }

        var (count, last) = _pairs.GetValueOrDefault((from, message.To));
        count = count > 0 && world.Now - last < Window ? count + 1 : 1;
        _pairs[(from, message.To)] = (count, world.Now);
        return count > Maximum;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _pairs.Clear();
}
