using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>A call that comes in: on a number of the account, for an application, or for a Function's path.</summary>
internal static class InboundCall
{
    /// <summary>Starts it.</summary>
    /// <param name="world">The world.</param>
    /// <param name="findVerb">The verbs.</param>
    /// <param name="from">Who calls.</param>
    /// <param name="to">Who is called.</param>
    /// <param name="answer">What answers.</param>
    /// <param name="activity">What it belongs to.</param>
    /// <param name="prepare">What is done with its machine before it runs.</param>
    public static CallMachine Start(
        TwilioWorld world, Func<string, IVerb?> findVerb, string from, string to, VoiceAnswer answer, Activity activity, Action<CallMachine>? prepare = null)
    {
        var call = new Call
        {
            Sid = Sid.New("CA"),
            From = from,
            To = to,
            Direction = "inbound",
            Status = CallStatus.Ringing,
            Created = world.Now,
            PhoneNumberSid = world.Phones.Find(to)?.Sid,
            Activity = activity,
        };
        var machine = new CallMachine(world, call, findVerb) { Fallback = answer.Fallback };
        if (answer.Callback is { } progress)
        {
            call.Progress = new CallProgress(world, progress.Url, progress.Method, []);
        }

        prepare?.Invoke(machine);
        world.Calls.Add(call);
        if (answer.Document is { } document)
        {
            world.Start(machine.RunAsync(document));
        }
        else
        {
            world.Log("warn", $"Nothing answers calls to {to}: the number has no voice webhook.");
            machine.Finish(CallStatus.Failed);
            machine.Release();
        }

        return machine;
    }
}
