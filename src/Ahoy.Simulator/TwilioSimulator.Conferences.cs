using Ahoy.Simulator.TwiML;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator;

/// <summary>What the API plays to those who are in a conference. To be used in the world's turn.</summary>
internal sealed partial class TwilioSimulator
{
    /// <summary>Plays a document to all who are in a conference, or to one of them.</summary>
    /// <exception cref="TwilioErrorException">It can't be requested.</exception>
    public void Announce(Conference conference, Participant? only, string url, string method)
    {
        CheckUrl(url);
        World.Start(ConferenceAnnouncement.RunAsync(World, conference, only, new CallDocument(url, method)));
    }

    /// <summary>What somebody hears on hold, or until the conference starts.</summary>
    /// <exception cref="TwilioErrorException">It can't be requested.</exception>
    public static CallDocument Music(string url, string method)
    {
        CheckUrl(url);
        return new CallDocument(url, method) { Verb = "Conference" };
    }
}
