using System.Globalization;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Guides;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>The README and the guides, followed: each file is written, each command run, and what it writes is what the page shows.</summary>
public sealed class GuideTests(SdkPackage package)
{
    /// <summary>A part of the name of the pages that a writer wants to follow.</summary>
    private static string? Only { get; } = Environment.GetEnvironmentVariable("AHOY_GUIDES");

    /// <summary>The pages with something to run.</summary>
    public static TheoryData<string> Pages() =>
        new(GuidePage.All.Where(page => Only is null || page.Name.Contains(Only, StringComparison.Ordinal)).Where(page => page.Blocks.Any(block => block.HasCommands && block.NotRun is null)).Select(page => page.Name));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Followed_DoesWhatItShows(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The guides' commands are a POSIX shell's.");

        var page = GuidePage.Of(name);
        var update = new GuideUpdate(page);
        var errors = new List<string>();
        await using var session = new GuideSession(package);
        foreach (var block in page.Blocks)
        {
            await FollowAsync(session, block, update, errors);
        }

        update.Save();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    private static async Task FollowAsync(GuideSession session, GuideBlock block, GuideUpdate update, List<string> errors)
    {
        if (block.Note(GuideNotes.Folder) is { } folder)
        {
            await session.EnterAsync(folder);
        }

        if (block.Note(GuideNotes.In) is { } here)
        {
            session.EnterRepository(here);
        }

        if (block.NotRun is not null)
        {
            return;
        }

        if (block.File is { } file)
        {
            session.Write(file, block.Content);
        }
        else if (block.Notes.Contains(GuideNotes.Log))
        {
            await session.WaitForLogAsync(block.Content);
        }
        else if (block.HasCommands)
        {
            await RunAsync(session, block, update, errors);
        }
    }

    private static async Task RunAsync(GuideSession session, GuideBlock block, GuideUpdate update, List<string> errors)
    {
        var commands = GuideCommand.Of(block);
        var written = new List<string>();
        foreach (var command in commands)
        {
            var exitCode = command == commands[^1] ? int.Parse(block.Note(GuideNotes.Exit) ?? "0", CultureInfo.InvariantCulture) : 0;
            var result = await session.RunAsync(command);
            if (result.ExitCode != exitCode)
            {
                errors.Add($"{block}: $ {command.Text}\nended with {result.ExitCode} and not {exitCode}:\n{result.Output}");
            }

            var fits = command.Shown is not { Length: > 0 } shown || ShownText.Fits(shown, result.Output);
            written.Add($"$ {command.Text}\n{(fits ? command.Shown : result.Output.TrimEnd() + "\n")}");
            if (!fits && !PageUpdate.IsWanted)
            {
                errors.Add($"{block}: $ {command.Text}\nshows\n{command.Shown}and writes\n{result.Output}");
            }
        }

        if (block.Language == "console")
        {
            update.Replace(block, written);
        }
    }
}
