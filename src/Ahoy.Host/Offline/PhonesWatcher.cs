using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline.Services;
using Ahoy.Simulator;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Offline;

/// <summary>Takes over what <c>phones.json</c> says of the account's numbers, and again after each change; what is wrong in it is told with its line.</summary>
internal sealed class PhonesWatcher : IDisposable
{
    /// <summary>The file's name.</summary>
    public const string FileName = "phones.json";

    /// <summary>More phone numbers for offline Twilio, as JSON like that of phones.json.</summary>
    public const string NumbersVariable = "AHOY_NUMBERS";

    // An editor saves in several steps.
    private static readonly TimeSpan s_settled = TimeSpan.FromMilliseconds(50);

    private readonly string _file;
    private readonly string? _given;
    private readonly TwilioSimulator _simulator;
    private readonly IOfflineServices _services;
    private readonly ILogSink _log;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly FileSystemWatcher? _watcher;
    private readonly ITimer _timer;
    private string _told = "";
    private string? _text;

    public PhonesWatcher(string folder, string? given, bool watches, TwilioSimulator simulator, IOfflineServices services, ILogSink log, TimeProvider time)
    {
        _file = Path.Combine(folder, FileName);
        _given = given;
        _simulator = simulator;
        _services = services;
        _log = log;
        _time = time;
        _timer = time.CreateTimer(_ => Read(isChange: true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (watches && Directory.Exists(folder))
        {
            _watcher = new FileSystemWatcher(folder, FileName) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            _watcher.Changed += (_, _) => Settle();
            _watcher.Created += (_, _) => Settle();
            _watcher.Deleted += (_, _) => Settle();
            _watcher.Renamed += (_, _) => Settle();
            _watcher.EnableRaisingEvents = true;
        }
    }

    /// <summary>Reads the file. Also to be called when the project's Functions are others than before: their paths stand in it.</summary>
    public void Read() => Read(isChange: false);

    private void Read(bool isChange)
    {
        lock (_lock)
        {
            string? text;
            try
            {
                text = File.Exists(_file) ? File.ReadAllText(_file) : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Tell([$"{FileName}: can't be read: {e.Message}"]);
                return;
            }

            IReadOnlyList<ConfiguredPhone> phones = [];
            IReadOnlyList<PhonesProblem> problems = [];
            if (text is not null)
            {
                (phones, problems) = PhonesFile.Read(text, _services.ResolvePath);
            }

            var told = problems.Select(p => $"{FileName}({p.Line}): {p.Message}");
            if (_given is not null)
            {
                var (given, wrong) = PhonesFile.Read(_given, _services.ResolvePath);
                phones = [.. given, .. phones.ExceptBy(given.Select(p => p.Number), p => p.Number)];
                told = told.Concat(wrong.Select(p => $"{NumbersVariable}: {p.Message}"));
            }

            Tell(told);
            _simulator.Configure(phones);
            if (isChange && problems.Count == 0 && text != _text)
            {
                TellOfChange(text is null ? "is gone" : "changed");
            }

            _text = text;
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer.Dispose();
    }

    private void Settle()
    {
        try
        {
            _timer.Change(s_settled, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // A change that comes while the host stops.
        }
    }

    private void Tell(IEnumerable<string> problems)
    {
        var text = string.Join('\n', problems);
        if (text == _told)
        {
            return;
        }

        // Before the first deploy there is nowhere to tell it.
        var served = _services.EnvironmentOf(null);
        if (served is null && text.Length > 0)
        {
            return;
        }

        _told = text;
        if (text.Length > 0 && served is not null)
        {
            Write(served, OutputLevel.Error, text);
        }
    }

    private void TellOfChange(string how)
    {
        if (_services.EnvironmentOf(null) is { } served)
        {
            var numbers = _simulator.World.InTurn(() => _simulator.World.Phones.Numbers.Select(n => n.Number).ToArray());
            Write(served, OutputLevel.Info, $"{FileName} {how}: your {(numbers.Length == 1 ? "number is" : "numbers are")} {string.Join(", ", numbers)} from now on.");
        }
    }

    private void Write(ServedEnvironment served, OutputLevel level, string message) => _log.Write(new OutputEntry(_time.GetUtcNow(), served, null, null, level, 0, message));
}
