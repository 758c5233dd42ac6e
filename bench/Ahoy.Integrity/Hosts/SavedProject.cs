using System.Globalization;
using Ahoy.Integrity.Content;
using Ahoy.Integrity.Reports;
using Ahoy.TestSupport;

namespace Ahoy.Integrity.Hosts;

/// <summary><c>start</c>: a project whose files are saved while it is served.</summary>
internal sealed class SavedProject : IServiceUnderTest
{
    private const int WrittenAtOnce = 4096;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _reloads = new(0);

    private SavedProject()
    {
        _folder.Write("package.json", """{"name":"integrity"}""");
        _folder.Write("assets/content.private.js", ServiceFiles.Module);
        _folder.Write("functions/quick.js", ServiceFiles.Quick);
        Write(1, asEditors: false);
    }

    public string Name => "start";

    public HostProcess Host { get; private set; } = null!;

    public string HostHeader => string.Create(CultureInfo.InvariantCulture, $"localhost:{Host.Port}");

    public VersionWindow Versions { get; } = new();

    public LogCheck Log { get; } = new();

    public int Changes { get; private set; }

    public static async Task<SavedProject> StartAsync(string hostAssembly)
    {
        var project = new SavedProject();
        try
        {
            project.Host = await HostProcess.StartAsync(
                hostAssembly, ["start", project._folder.Path, "--port", "0"], new Dictionary<string, string>(), project.Log.OnLine, () => project._reloads.Release()).ConfigureAwait(false);
            return project;
        }
        catch
        {
            project._folder.Dispose();
            throw;
        }
    }

    public async Task ChangeAsync(Random random, Tally tally, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(2000, 6000), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            var dropped = Log.DroppedLines;
            Write(Versions.Begin(), asEditors: random.Next(2) == 0);
            Changes++;
            if (await _reloads.WaitAsync(s_patience, CancellationToken.None).ConfigureAwait(false))
            {
                Versions.Complete();
            }
            else if (Log.DroppedLines == dropped)
            {
                tally.Fail(Name, $"the host did not notice that version {Versions.Newest} was saved");
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync().ConfigureAwait(false);
        _folder.Dispose();
        _reloads.Dispose();
    }

    // The Function last: once the host has noticed it, it has noticed all. Some programs write a file in its place, others replace it; who
    // writes a large one in its place lets others see a half of it, and nobody can tell that from a whole.
    private void Write(int version, bool asEditors)
    {
        foreach (var asset in ServiceFiles.Assets.Where(a => a.Changes || version == 1))
        {
            Save("assets" + asset.Path, asset.ContentOf(version), asEditors);
        }

        Save("functions/answer.js", System.Text.Encoding.UTF8.GetBytes(ServiceFiles.Function(version)), asEditors);
    }

    private void Save(string path, byte[] content, bool asEditors)
    {
        var file = _folder.Combine(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (asEditors || content.Length > WrittenAtOnce)
        {
            var temporary = _folder.Combine("." + Path.GetFileName(file));
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, file, overwrite: true);
        }
        else
        {
            Versions.BeginInPlace();
            File.WriteAllBytes(file, content);
            Versions.EndInPlace();
        }
    }
}
