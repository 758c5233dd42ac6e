using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Events;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.World;

/// <summary>The messages and their way. To be used in the world's turn.</summary>
internal sealed class MessageStore
{
    /// <summary>How long each part of a message's way takes.</summary>
    public static readonly TimeSpan Hop = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan s_earliestSchedule = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_latestSchedule = TimeSpan.FromDays(35);

    private readonly TwilioWorld _world;
    private readonly OrderedDictionary<string, Message> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), CookieJar> _jars = [];
    private readonly MessageLoops _loops = new();

    /// <param name="world">The world.</param>
    public MessageStore(TwilioWorld world) => _world = world;

    /// <summary>All messages, oldest first.</summary>
    public IReadOnlyList<Message> All => _messages.Values;

    /// <summary>A message has come to a number of the account: it comes in there.</summary>
    public Action<Message, PhoneNumber, Activity?>? OnArrived { get; set; }

    /// <summary>Who wants no messages.</summary>
    public OptOuts OptOuts { get; } = new();

    /// <summary>Finds a message.</summary>
    public Message? Find(string sid) => _messages.GetValueOrDefault(sid);

    /// <summary>Sends a message, or plans it.</summary>
    /// <param name="outbound">What.</param>
    /// <param name="activity">What it belongs to.</param>
    /// <exception cref="TwilioErrorException">The platform refuses it.</exception>
    public Message Send(OutboundMessage outbound, Activity? activity)
    {
        var (from, service) = MessageRules.Check(_world, outbound, LastSender);
        return Add(outbound, from, service, activity);
    }

    /// <summary>Sends what the platform itself answers to STOP, START and HELP: no rule is in its way.</summary>
    public Message SendByPlatform(string from, string to, string body, Activity activity) =>
        Add(new OutboundMessage { From = from, To = to, Body = body, IsReply = true }, from, null, activity);

    /// <summary>Takes an inbound message in.</summary>
    public Message AddInbound(string from, string to, string body, IReadOnlyList<string> mediaUrls, string? messagingServiceSid)
    {
        var message = new Message
        {
            Sid = Sid.New(mediaUrls.Count > 0 ? "MM" : "SM"),
            From = from,
            To = to,
            Body = body,
            Direction = "inbound",
            Status = MessageStatus.Received,
            Segments = mediaUrls.Count > 0 ? 1 : MessageText.CountSegments(body),
            Media = [.. mediaUrls.Select(MessageMedia.At)],
            MessagingServiceSid = messagingServiceSid,
            Created = _world.Now,
            Updated = _world.Now,
            Sent = _world.Now,
        };
        _messages.Add(message.Sid, message);
        Publish(message);
        return message;
    }

    /// <summary>The cookies of a conversation: a jar for each pair of numbers.</summary>
    public CookieJar JarOf(string from, string to)
    {
        if (!_jars.TryGetValue((from, to), out var jar))
        {
            if (_jars.Count > 0 && _jars.Count % 1024 == 0)
            {
                foreach (var (pair, _) in _jars.Where(j => j.Value.IsEmpty(_world.Now)).ToList())
                {
                    _jars.Remove(pair);
                }
            }

            _jars[(from, to)] = jar = new CookieJar();
        }

        return jar;
    }

    /// <summary>Takes a planned message back.</summary>
    /// <exception cref="TwilioErrorException">It has gone out already.</exception>
    public void Cancel(Message message)
    {
        if (message.Status != MessageStatus.Scheduled)
        {
            throw new TwilioErrorException(30409, "Message can't be canceled: it is not scheduled.");
        }

        _world.Cancel(message.Journey?.Timer);
        Change(message, MessageStatus.Canceled);
    }

    /// <summary>Takes the words out of a message.</summary>
    /// <exception cref="TwilioErrorException">It is still on its way.</exception>
    public void Redact(Message message)
    {
        CheckComplete(message);
        message.Body = string.Empty;
        message.Updated = _world.Now;
        Publish(message);
    }

    /// <summary>Removes a message.</summary>
    /// <exception cref="TwilioErrorException">It is still on its way.</exception>
    public void Delete(Message message)
    {
        CheckComplete(message);
        _messages.Remove(message.Sid);
    }

    /// <summary>Removes a file of a message.</summary>
    public bool DeleteMedia(Message message, string mediaSid)
    {
        var left = message.Media.Where(m => m.Sid != mediaSid).ToArray();
        var removed = left.Length < message.Media.Count;
        message.Media = left;
        return removed;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _messages.Clear();
        _jars.Clear();
        OptOuts.Clear();
        _loops.Clear();
    }

    private static void CheckComplete(Message message)
    {
        if (!message.Status.IsFinal())
        {
            throw new TwilioErrorException(20009, "Cannot delete this resource before it is complete.", 409);
        }
    }

    private string? LastSender(string to)
    {
        for (var i = _messages.Count - 1; i >= 0 && i > _messages.Count - 1000; i--)
        {
            if (_messages.GetAt(i).Value is { IsInbound: false } message && message.To == to)
            {
                return message.From;
            }
        }

        return null;
    }

    private Message Add(OutboundMessage outbound, string? from, MessagingService? service, Activity? activity)
    {
        if (outbound.SendAt is { } at && (at < _world.Now + s_earliestSchedule || at > _world.Now + s_latestSchedule))
        {
            throw new TwilioErrorException(35114, "SendAt time must be between 300 seconds and 35 days in the future.");
        }

        var body = outbound.Body ?? string.Empty;
        var callback = outbound.StatusCallback
            ?? (outbound.ApplicationSid is { } application ? _world.Phones.Applications.GetValueOrDefault(application)?.MessageStatusCallback : null)
            ?? service?.StatusCallback;
        var message = new Message
        {
            Sid = Sid.New(outbound.MediaUrls.Count > 0 ? "MM" : "SM"),
            From = from,
            To = outbound.To!,
            Body = body,
            Direction = outbound.IsReply ? "outbound-reply" : "outbound-api",
            Status = outbound.SendAt is not null ? MessageStatus.Scheduled : service is not null ? MessageStatus.Accepted : MessageStatus.Queued,
            Segments = outbound.MediaUrls.Count > 0 ? 1 : MessageText.CountSegments(body),
            Media = [.. outbound.MediaUrls.Select(MessageMedia.At)],
            MessagingServiceSid = service?.Sid,
            Created = _world.Now,
            Updated = _world.Now,
            Journey = new MessageJourney
            {
                Activity = activity,
                StatusCallback = callback,
                StatusCallbackMethod = outbound.StatusCallbackMethod,
                Callbacks = callback is null ? null : new CallbackQueue(_world),
            },
        };
        _messages.Add(message.Sid, message);
        activity?.Messages.Add(message.Sid);
        Publish(message);
        Tell(message);
        if (_loops.IsOver(_world, message))
        {
            message.ErrorCode = MessageLoops.Code;
            Change(message, MessageStatus.Failed);
            _world.RaiseAlert(
                MessageLoops.Code,
                $"SMS send rate limit exceeded: more than {MessageLoops.Maximum} messages from {message.From} to {message.To}, each within 30 s of the one before.",
                null,
                message.Sid);
        }
        else if (outbound.SendAt is { } time)
        {
            Plan(message, time - _world.Now, TimerKind.Background, () => Change(message, MessageStatus.Queued));
        }
        else
        {
            Plan(message, Hop, TimerKind.Step, () => Change(message, service is null ? MessageStatus.Sending : MessageStatus.Queued));
        }

        return message;
    }

    private void Plan(Message message, TimeSpan delay, TimerKind kind, Action action) =>
        message.Journey!.Timer = _world.After(delay, kind, message.Journey.Activity, action);

    private void Change(Message message, MessageStatus status, out Activity? activity)
    {
        activity = message.Journey?.Activity;
        Change(message, status);
    }

    private void Change(Message message, MessageStatus status)
    {
        message.Status = status;
        message.Updated = _world.Now;
        if (status == MessageStatus.Sent)
        {
            message.Sent = _world.Now;
        }

        Publish(message);
        Tell(message);
        switch (status)
        {
            case MessageStatus.Queued:
                Plan(message, Hop, TimerKind.Step, () => Change(message, MessageStatus.Sending));
                break;
            case MessageStatus.Sending:
                Plan(message, Hop, TimerKind.Step, () => Change(message, MessageStatus.Sent));
                break;
            case MessageStatus.Sent:
                Plan(message, Hop, TimerKind.Step, () => Arrive(message));
                break;
            default:
                message.Journey = null;
                break;
        }
    }

    private void Arrive(Message message)
    {
        if (_world.Phones.Find(message.To) is { } number)
        {
            Change(message, MessageStatus.Delivered, out var activity);
            OnArrived?.Invoke(message, number, activity);
            return;
        }

        if (_world.Phones.HandsetOf(message.To).Refuses is { } code)
        {
            message.ErrorCode = code;
            Change(message, MessageStatus.Undelivered);
        }
        else
        {
            Change(message, MessageStatus.Delivered);
        }
    }

    private void Publish(Message message) => message.Sequence = _world.Events.Publish(EventKind.Messages, message.ToSnapshot);

    private void Tell(Message message)
    {
        if (message.Journey is { StatusCallback: { } url } journey)
        {
            journey.Callbacks!.Add(new Callback(journey.Activity, journey.StatusCallbackMethod, url, MessageParameters.OfStatus(_world, message), message.Sid));
        }
    }
}
