using System.Globalization;

namespace Ahoy.Simulator.World;

/// <summary>What is told of a call's progress: where, and which events.</summary>
internal sealed class CallProgress
{
    private static readonly string[] s_completed = ["completed"];
    private readonly CallbackQueue _callbacks;
    private readonly IReadOnlyCollection<string> _events;
    private int _number;

    /// <param name="world">Where callbacks go out.</param>
    /// <param name="url">The status callback.</param>
    /// <param name="method">GET or POST.</param>
    /// <param name="events">Of <c>initiated</c>, <c>ringing</c>, <c>answered</c> and <c>completed</c>; none: the last alone.</param>
    public CallProgress(TwilioWorld world, string url, string method, IReadOnlyCollection<string> events)
    {
        _callbacks = new CallbackQueue(world);
        Url = url;
        Method = method;
        _events = events.Count == 0 ? s_completed : events;
    }

    /// <summary>The status callback.</summary>
    public string Url { get; }

    /// <summary>GET or POST.</summary>
    public string Method { get; }

    /// <summary>Tells of an event, if that was asked for.</summary>
    public void Tell(TwilioWorld world, Call call, string name)
    {
        if (!_events.Contains(name))
        {
            return;
        }

        var parameters = CallParameters.Of(world, call);
        parameters.Add(new("Timestamp", world.Now.ToString("r", CultureInfo.InvariantCulture)));
        parameters.Add(new("CallbackSource", "call-progress-events"));
        parameters.Add(new("SequenceNumber", _number++.ToString(CultureInfo.InvariantCulture)));
        if (call.Status.IsFinal())
        {
            parameters.Add(new("CallDuration", call.DurationText!));
            parameters.Add(new("Duration", ((call.Duration!.Value + 59) / 60).ToString(CultureInfo.InvariantCulture)));
        }

        _callbacks.Add(new Callback(call.Activity, Method, Url, parameters, call.Sid));
    }
}
