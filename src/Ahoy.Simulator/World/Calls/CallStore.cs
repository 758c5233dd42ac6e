using System.Globalization;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Simulator.World;

/// <summary>The calls, conferences, queues and recordings. To be used in the world's turn.</summary>
internal sealed class CallStore
{
    private readonly TwilioWorld _world;
    private readonly OrderedDictionary<string, Call> _calls = new(StringComparer.Ordinal);

    /// <param name="world">The world.</param>
    public CallStore(TwilioWorld world) => _world = world;

    /// <summary>All calls, oldest first.</summary>
    public IReadOnlyList<Call> All => _calls.Values;

    /// <summary>The conferences, by SID, oldest first.</summary>
    public OrderedDictionary<string, Conference> Conferences { get; } = new(StringComparer.Ordinal);

    /// <summary>The queues, by SID, oldest first.</summary>
    public OrderedDictionary<string, CallQueue> Queues { get; } = new(StringComparer.Ordinal);

    /// <summary>The recordings, by SID, oldest first.</summary>
    public OrderedDictionary<string, Recording> Recordings { get; } = new(StringComparer.Ordinal);

    /// <summary>Finds a call.</summary>
    public Call? Find(string sid) => _calls.GetValueOrDefault(sid);

    /// <summary>Adds a call.</summary>
    public void Add(Call call)
    {
        _calls.Add(call.Sid, call);
        Publish(call);
    }

    /// <summary>Removes a call that is over.</summary>
    /// <exception cref="TwilioErrorException">It is not over.</exception>
    public void Delete(Call call)
    {
        if (!call.Status.IsFinal())
        {
            throw new TwilioErrorException(20009, "Cannot delete this resource before it is complete.", 409);
        }

        _calls.Remove(call.Sid);
    }

    /// <summary>Says that a call has changed.</summary>
    public void Publish(Call call)
    {
        call.Updated = _world.Now;
        call.Sequence = _world.Events.Publish(EventKind.Calls, call.ToSnapshot);
    }

    /// <summary>The conference of a name, which is made where there is none.</summary>
    public Conference ConferenceOf(string name)
    {
        var found = Conferences.Values.LastOrDefault(c => !c.IsOver && c.FriendlyName == name);
        if (found is null)
        {
            found = new Conference { Sid = Sid.New("CF"), FriendlyName = name, Created = _world.Now, Updated = _world.Now };
            Conferences.Add(found.Sid, found);
        }

        return found;
    }

    /// <summary>The queue of a name, which is made where there is none.</summary>
    public CallQueue QueueOf(string name)
    {
        var found = Queues.Values.FirstOrDefault(q => q.FriendlyName == name || q.Sid == name);
        return found ?? AddQueue(name, 100);
    }

    /// <summary>Makes a queue.</summary>
    /// <exception cref="TwilioErrorException">There is one of this name.</exception>
    public CallQueue AddQueue(string name, int maximumSize)
    {
        if (Queues.Values.Any(q => q.FriendlyName == name))
        {
            throw new TwilioErrorException(22003, $"There is already a queue with the name {name}.");
        }

        var queue = new CallQueue { Sid = Sid.New("QU"), FriendlyName = name, MaximumSize = maximumSize, Created = _world.Now, Updated = _world.Now };
        Queues.Add(queue.Sid, queue);
        return queue;
    }

    /// <summary>Removes a queue in which nobody waits.</summary>
    /// <exception cref="TwilioErrorException">Somebody waits in it.</exception>
    public void DeleteQueue(CallQueue queue)
    {
        if (queue.Members.Count > 0)
        {
            throw new TwilioErrorException(22001, "Queue is not empty.");
        }

        Queues.Remove(queue.Sid);
    }

    /// <summary>Takes somebody out of a queue, to run a document: what the API's Members resource does.</summary>
    public void Dequeue(CallQueue queue, QueueMember member, CallDocument document)
    {
        member.Document = document;
        Leave(queue, member, "redirected");
        member.Call.Machine?.Signal();
    }

    /// <summary>Notes that somebody left a queue.</summary>
    public void Leave(CallQueue queue, QueueMember member, string result)
    {
        if (queue.Members.Remove(member))
        {
            member.Result = result;
            queue.Left++;
            queue.Waited += _world.Now - member.Enqueued;
            queue.Updated = _world.Now;
        }
    }

    /// <summary>Begins a recording.</summary>
    public Recording StartRecording(string callSid, string? conferenceSid, RecordingOptions options)
    {
        var recording = new Recording
        {
            Sid = Sid.New("RE"),
            CallSid = callSid,
            ConferenceSid = conferenceSid,
            Source = options.Source,
            Channels = options.Channels,
            Started = _world.Now,
            Updated = _world.Now,
            Options = options,
        };
        Recordings.Add(recording.Sid, recording);
        TellRecording(recording, "in-progress");
        return recording;
    }

    /// <summary>Ends a recording; one in which nothing was said for no time is <c>absent</c>.</summary>
    public void FinishRecording(Recording recording, TimeSpan duration, string? text)
    {
        if (recording.Status is "completed" or "absent")
        {
            return;
        }

        Resume(recording);
        recording.Duration = (int)Math.Ceiling(Math.Max(0, (duration - recording.Skipped).TotalSeconds));
        recording.Text = text;
        recording.Status = "completed";
        recording.Updated = _world.Now;
        TellRecording(recording, "completed");
        recording.Options = null;
    }

    /// <summary>Pauses a recording.</summary>
    /// <param name="recording">Which.</param>
    /// <param name="skips">Whether the pause is left out of it; otherwise it is silence.</param>
    public void PauseRecording(Recording recording, bool skips)
    {
        Resume(recording);
        recording.SkipsSince = skips ? _world.Now : null;
        recording.Status = "paused";
        recording.Updated = _world.Now;
    }

    /// <summary>Goes on with a recording.</summary>
    public void ResumeRecording(Recording recording)
    {
        Resume(recording);
        recording.Status = "in-progress";
        recording.Updated = _world.Now;
    }

    private void Resume(Recording recording)
    {
        recording.Skipped += recording.SkipsSince is { } since ? _world.Now - since : TimeSpan.Zero;
        recording.SkipsSince = null;
    }

    /// <summary>The URL of a recording.</summary>
    public string UrlOf(Recording recording) =>
        $"{_world.Options.ApiUrl}/2010-04-01/Accounts/{_world.Account.Sid}/Recordings/{recording.Sid}";

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _calls.Clear();
        Conferences.Clear();
        Queues.Clear();
        Recordings.Clear();
    }

    private void TellRecording(Recording recording, string name)
    {
        if (recording.Options is not { StatusCallback: { } url } options
            || !(options.Events.Count == 0 ? name == "completed" : options.Events.Contains(name)))
        {
            return;
        }

        var parameters = new List<KeyValuePair<string, string>>
        {
            new("AccountSid", _world.Account.Sid),
            new("CallSid", recording.CallSid),
            new("RecordingSid", recording.Sid),
            new("RecordingUrl", UrlOf(recording)),
            new("RecordingStatus", recording.Status),
            new("RecordingDuration", (recording.Duration ?? 0).ToString(CultureInfo.InvariantCulture)),
            new("RecordingChannels", recording.Channels.ToString(CultureInfo.InvariantCulture)),
            new("RecordingStartTime", recording.Started.ToString("r", CultureInfo.InvariantCulture)),
            new("RecordingSource", recording.Source),
            new("RecordingTrack", "both"),
        };
        if (recording.ConferenceSid is { } conference)
        {
            parameters.Add(new("ConferenceSid", conference));
        }

        new CallbackQueue(_world).Add(new Callback(Find(recording.CallSid)?.Activity, options.StatusCallbackMethod, url, parameters, recording.CallSid));
    }
}
