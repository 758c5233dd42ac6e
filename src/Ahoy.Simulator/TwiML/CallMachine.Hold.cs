using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>What a caller hears who waits in a queue or for a conference, and requests that don't change what comes next.</summary>
internal sealed partial class CallMachine
{
    private static readonly TimeSpan s_shortestPass = TimeSpan.FromSeconds(1);

    /// <summary>The queue that the caller waits in.</summary>
    public (CallQueue Queue, QueueMember Member)? Queued { get; set; }

    /// <summary>
    /// Plays a document over and over until the machine is to stop. The first time a fast clock skips through it; after that it goes on as the clock is moved, because
    /// the wait is for a person, and would never end for the clock.
    /// </summary>
    /// <param name="document">The document; null: the platform's own music, of which there is nothing to tell.</param>
    /// <param name="parameters">What its webhook is told, as of each time.</param>
    public async WorldTask<Nothing> HoldAsync(CallDocument? document, Func<IReadOnlyList<KeyValuePair<string, string>>> parameters)
    {
        var (kind, interruptible, url) = (StepKind, Interruptible, DocumentUrl);
        Interruptible = WaitFor.Nothing;
        for (var pass = 0; !ShouldStop; pass++)
        {
            StepKind = pass == 0 ? TimerKind.Background : TimerKind.Patience;
            var current = document is null ? null : document with { Parameters = parameters() };
            while (current is not null && !ShouldStop)
            {
                if (await LoadAsync(current, isVital: false) is not { } response)
                {
                    document = ShouldStop ? document : null;
                    break;
                }

                // A document that redirects goes on with the other one, which is told the same.
                current = await ExecuteAsync(response);
                current = current is null ? null : current with { Parameters = parameters() };
            }

            Family.Documents = 0;
            await WaitAsync(WaitFor.Nothing, document is null ? null : s_shortestPass, TimerKind.Patience);
        }

        (StepKind, Interruptible, DocumentUrl) = (kind, interruptible, url);
        return default;
    }

    /// <summary>What is to be heard of a conference's announcements.</summary>
    public Queue<ConferenceAnnouncement> Announcements { get; } = new();

    /// <summary>Plays a document once, with what it redirects to.</summary>
    public async WorldTask<Nothing> PlayAsync(TwiMLElement response, string url)
    {
        (var outer, DocumentUrl) = (DocumentUrl, url);
        var next = await ExecuteAsync(response);
        while (next is not null && !ShouldStop && await LoadAsync(next, isVital: false) is { } more)
        {
            next = await ExecuteAsync(more);
        }

        DocumentUrl = outer;
        return default;
    }

    /// <summary>Requests an action whose answer comes too late to matter, because the call is over.</summary>
    public void Tell(CallDocument action, IReadOnlyList<KeyValuePair<string, string>> more)
    {
        var parameters = CallParameters.Of(World, Call);
        parameters.AddRange(more);
        new CallbackQueue(World).Add(new Callback(Call.Activity, action.Method, action.Url!, parameters, Call.Sid));
    }

    /// <summary>Announces an element that is not simulated, in the transcript and once in the log.</summary>
    public void Announce(TwiMLElement element, string? text = null, string? url = null)
    {
        World.Announce($"The element {element.Name} is not simulated: calls go on as if it had ended at once.");
        Step(
            element.Name,
            text: text,
            url: url,
            attributes: new Dictionary<string, string>(element.Attributes, StringComparer.Ordinal) { ["notSimulated"] = element.Name });
    }
}
