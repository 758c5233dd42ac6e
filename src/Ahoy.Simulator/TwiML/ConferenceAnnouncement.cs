using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>What is played to those who are in a conference.</summary>
/// <param name="Document">The document.</param>
/// <param name="Url">Where it is from.</param>
/// <param name="Finished">To be called by each who has heard it, or has left meanwhile.</param>
internal sealed record ConferenceAnnouncement(TwiMLElement Document, string Url, Action Finished)
{
    private static readonly string[] s_verbs = ["Say", "Play", "Pause", "Redirect"];

    /// <summary>Asks for an announcement once, and plays it to a conference, or to one who is in it.</summary>
    public static async WorldTask<Nothing> RunAsync(TwilioWorld world, Conference conference, Participant? only, CallDocument document)
    {
        var activity = (only ?? conference.Participants.FirstOrDefault())?.Call.Activity;
        List<KeyValuePair<string, string>> parameters = only is null ? [new("AccountSid", world.Account.Sid)] : CallParameters.Of(world, only.Call);
        parameters.Add(new("ConferenceSid", conference.Sid));
        parameters.Add(new("FriendlyName", conference.FriendlyName));
        var url = document.Url!;
        var answer = TwiMLAnswer.Read(await world.RequestAsync(activity, document.Method, url, parameters, jar: null), url, takesAudio: true);
        if (answer.Alert != 0)
        {
            world.RaiseAlert(answer.Alert, answer.Error!, url, only?.Call.Sid ?? conference.Sid);
            ConferenceRoom.TellAnnouncement(world, conference, only, url, answer.Error);
            return default;
        }

        var response = CallMachine.Wrap(answer, url);
        foreach (var verb in response.Children.Where(c => !s_verbs.Contains(c.Name)).ToArray())
        {
            world.RaiseAlert(
                AlertCodes.SchemaWarning, $"Schema validation warning: Element '{verb.Name}' is not allowed in an announcement (line {verb.Line}).", url, only?.Call.Sid ?? conference.Sid);
            response.Children.Remove(verb);
        }

        var left = 1;
        void Finished()
        {
            if (--left == 0)
            {
                ConferenceRoom.TellAnnouncement(world, conference, only, url, null);
            }
        }

        foreach (var participant in conference.Participants)
        {
            if ((only is null || participant == only) && participant.Call.Machine is CallMachine machine)
            {
                left++;
                machine.Announcements.Enqueue(new ConferenceAnnouncement(response, url, Finished));
                machine.Signal();
            }
        }

        Finished();
        return default;
    }
}
