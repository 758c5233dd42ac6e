using System.Globalization;

namespace Ahoy.Testing;

/// <summary>Somebody's telephone: sends and receives messages, places and takes calls.</summary>
public sealed class Handset
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly ControlClient _control;
    private readonly MessageReader _messages;
    private readonly HashSet<string> _returned = new(StringComparer.Ordinal);
    private Answer _answers;
    private int? _refuses;

    internal Handset(ControlClient control, MessageReader messages, string number) => (_control, _messages, Number) = (control, messages, number);

    /// <summary>Its number: <c>+15551230001</c>.</summary>
    public string Number { get; }

    /// <summary>What it does when it is called; it answers by itself unless you say otherwise. In force at once.</summary>
    public Answer Answers
    {
        get => _answers;
        set
        {
            _answers = value;
            Tell();
        }
    }

    /// <summary>Twilio's code for why no message arrives (<c>30003</c>: switched off); null where all do. In force at once.</summary>
    public int? Refuses
    {
        get => _refuses;
        set
        {
            _refuses = value;
            Tell();
        }
    }

    /// <summary>What it has got, oldest first: what is planned, or still on its way, is not among it.</summary>
    public IReadOnlyList<SentMessage> Received => [.. _messages.ReadAll().Where(message => message.To == Number && HasArrived(message))];

    /// <summary>Sends a message. Ends when all that it starts has come to rest.</summary>
    /// <param name="to">A number of the account, or the path of a Function: <c>/sms</c>.</param>
    /// <param name="body">The text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AhoyException">There is no such number or Function.</exception>
    public Task<Conversation> TextAsync(string to, string body, CancellationToken cancellationToken = default) => TextAsync(to, body, [], cancellationToken);

    /// <summary>Sends a message with media.</summary>
    /// <param name="to">A number of the account, or the path of a Function: <c>/sms</c>.</param>
    /// <param name="body">The text.</param>
    /// <param name="media">The URLs of the media.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AhoyException">There is no such number or Function.</exception>
    public async Task<Conversation> TextAsync(string to, string body, IEnumerable<Uri> media, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(media);
        var urls = media.Select(url => url.AbsoluteUri).ToList();
        var what = $"Text '{body}' from {Number} to {to}";
        var outcome = await _control.PostAsync(
            "messages",
            new NewMessage(Number, to, body, urls.Count > 0 ? urls : null),
            ControlJson.Default.NewMessage,
            ControlJson.Default.TextOutcome,
            what,
            cancellationToken).ConfigureAwait(false);
        var replies = outcome.Replies.Select(SentMessage.Of).ToList();
        lock (_returned)
        {
            _returned.UnionWith(replies.Where(reply => reply.To == Number && HasArrived(reply)).Select(reply => reply.Sid));
        }

        var webhook = outcome.Webhook is { } answer
            ? new WebhookResult(answer.Status, answer.Twiml ?? "", answer.Cookies ?? new Dictionary<string, string>(), answer.ErrorCode)
            : new WebhookResult(0, "", new Dictionary<string, string>(), null);
        return new Conversation(_control, what, outcome.Sid, webhook, replies);
    }

    /// <summary>
    /// A message that this handset gets: the first of those that it has got already, and that neither this nor <see cref="TextAsync(string, string, CancellationToken)"/>
    /// has returned, else the first that comes.
    /// </summary>
    /// <param name="predicate">Which is meant; any where you leave it out.</param>
    /// <param name="timeout">How long to wait; 5 s where you leave it out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AhoyException">None came; the message says which came instead.</exception>
    public async Task<SentMessage> ReceiveAsync(Func<SentMessage, bool>? predicate = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var patience = timeout ?? s_patience;
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            if (TakeFirst(predicate) is { } message)
            {
                return message;
            }

            if (System.Diagnostics.Stopwatch.GetElapsedTime(started) >= patience)
            {
                throw _control.Failure(string.Create(CultureInfo.InvariantCulture, $"{Number} has not received the message within {patience.TotalSeconds:0.###} s. {Instead()}"));
            }

            await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Places a call. Ends when it waits for somebody, or is over.</summary>
    /// <param name="to">A number of the account, or the path of a Function: <c>/incoming</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AhoyException">There is no such number or Function.</exception>
    public async Task<Call> CallAsync(string to, CancellationToken cancellationToken = default)
    {
        var state = await _control.PostAsync(
            "calls", new NewCall(Number, to), ControlJson.Default.NewCall, ControlJson.Default.CallState, $"Call {to} from {Number}", cancellationToken).ConfigureAwait(false);
        return new Call(_control, state.Sid);
    }

    /// <summary>The number.</summary>
    public override string ToString() => Number;

    /// <summary>As after the start.</summary>
    internal void Forget()
    {
        (_answers, _refuses) = (Answer.Automatically, null);
        lock (_returned)
        {
            _returned.Clear();
        }
    }

    private static bool HasArrived(SentMessage message) => message.Status is MessageStatus.Sent or MessageStatus.Delivered or MessageStatus.Read;

    private SentMessage? TakeFirst(Func<SentMessage, bool>? predicate)
    {
        lock (_returned)
        {
            foreach (var message in Received)
            {
                if (!_returned.Contains(message.Sid) && (predicate is null || predicate(message)))
                {
                    _returned.Add(message.Sid);
                    return message;
                }
            }

            return null;
        }
    }

    private string Instead()
    {
        lock (_returned)
        {
            var all = _messages.ReadAll().Where(message => message.To == Number).ToList();
            var text = all.Count == 0
                ? "Nothing was sent to it."
                : "This was sent to it:" + string.Concat(all.Select(message => $"{Environment.NewLine}  {message}{(_returned.Contains(message.Sid) ? ", which was returned before" : "")}"));
            var others = _messages.ReadAll().Where(message => message.To != Number).ToList();
            return others.Count == 0 ? text : $"{text}{Environment.NewLine}This was sent to others:{string.Concat(others.Select(message => $"{Environment.NewLine}  {message}"))}";
        }
    }

    private void Tell() => _control.Put(
        $"handsets/{Uri.EscapeDataString(Number)}",
        new HandsetState(_answers switch { Answer.Rings => "ring", Answer.Busy => "busy", Answer.Never => "never", _ => "auto" }, _refuses),
        ControlJson.Default.HandsetState,
        $"Let {Number} be {_answers}");
}
