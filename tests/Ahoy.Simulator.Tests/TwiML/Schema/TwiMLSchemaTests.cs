using System.ComponentModel;
using Ahoy.Model;
using Ahoy.Simulator.TwiML.Verbs;
using Ahoy.TestSupport;

namespace Ahoy.Simulator.Tests.TwiML.Schema;

public sealed class TwiMLSchemaTests
{
    [Fact]
    public async Task Table_IsWhatTheTypesOfTwilioSay()
    {
        string packages;
        try
        {
            packages = await NodePackages.InstallAsync(Path.Combine(AppContext.BaseDirectory, "TwiML", "Schema", "Npm"), TestContext.Current.CancellationToken);
        }
        catch (Win32Exception)
        {
            Assert.Skip("npm is not installed on this machine.");
            return;
        }

        var made = Path.Combine(AppContext.BaseDirectory, "verbs.made.txt");
        var script = Repository.Combine("src", "Ahoy.Model", "TwiML", "generate.mjs");
        var result = await ProcessRunner.RunAsync(
            "node", [script, Path.Combine(packages, "twilio"), made], AppContext.BaseDirectory, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(
            await File.ReadAllTextAsync(Repository.Combine("src", "Ahoy.Model", "TwiML", "verbs.txt"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(made, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Verbs_AreAllThatMayStandInAResponse() => Assert.Equal(
        TwiMLSchema.Voice.Elements.Where(e => TwiMLSchema.Voice.Allows("Response", e)).Order(),
        VerbTable.All.Select(v => v.Name).Order());

    [Fact]
    public void Verbs_ObeyAttributesThatTwimlHas()
    {
        foreach (var verb in VerbTable.All)
        {
            Assert.Subset(TwiMLSchema.Voice.AttributesOf(verb.Name).ToHashSet(), verb.Obeyed.ToHashSet());
        }

        foreach (var (noun, obeyed) in DialTarget.ObeyedByNoun)
        {
            Assert.Subset(TwiMLSchema.Voice.AttributesOf(noun).ToHashSet(), obeyed.ToHashSet());
        }

        foreach (var (noun, obeyed) in SocketNoun.ObeyedByNoun)
        {
            Assert.Subset(TwiMLSchema.Voice.AttributesOf(noun).ToHashSet(), obeyed.ToHashSet());
        }

        Assert.Subset(TwiMLSchema.Voice.AttributesOf("Recording").ToHashSet(), StartVerb.ObeyedByRecording.ToHashSet());
        Assert.Subset(TwiMLSchema.Voice.AttributesOf("Conference").ToHashSet(), ConferenceNoun.Obeyed.ToHashSet());
        Assert.Subset(TwiMLSchema.Voice.AttributesOf("Queue").ToHashSet(), QueueNoun.Obeyed.ToHashSet());
    }
}
