using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Protocol;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Projects;

/// <summary>
/// Where the last run of each Function failed, as the host that serves the project tells it: from the failure to the next run that does not fail, or to the host's end.
/// </summary>
/// <param name="findEnvironment">Finds the environment file of a project's folder; null where there is none.</param>
/// <param name="changed">Told of a file at which something began or ended.</param>
internal sealed class FailedRuns(Func<string, string?> findEnvironment, Action<string> changed) : IDisposable
{
    private const int Failed = 500;
    private const int ShortestValue = 3;
    private const string Hidden = "•••";

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);
    private static readonly HttpClient s_http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, FailedRun>> _byFolder = new(FilePaths.Comparer);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Follows the host of a project, now or as soon as there is one.</summary>
    /// <param name="folder">The project's folder.</param>
    public void Watch(string folder)
    {
        if (_byFolder.TryAdd(folder, new ConcurrentDictionary<string, FailedRun>(StringComparer.Ordinal)))
        {
            _ = Task.Run(() => WatchAsync(folder), _stop.Token);
        }
    }

    /// <summary>What failed at a file.</summary>
    public IEnumerable<FailedRun> At(string path) => _byFolder.Values.SelectMany(runs => runs.Values).Where(run => FilePaths.Comparer.Equals(run.Path, path));

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task WatchAsync(string folder)
    {
        var stop = _stop.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await RunningHost.FindAsync(folder, stop).ConfigureAwait(false) is { PageUrl: { } page })
                {
                    await FollowAsync(folder, page, stop).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
            {
                // The host has ended, or starts just now.
            }
            catch (OperationCanceledException)
            {
                return;
            }

            Forget(folder);
            await Task.Delay(s_look, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(string folder, string page, CancellationToken stop)
    {
        using var response = await s_http.GetAsync(new Uri($"{page}/_ahoy/page/feed"), HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false));
        const string Data = "data: ";
        var kind = "";
        while (await reader.ReadLineAsync(stop).ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                kind = line;
            }
            else if (kind == "event: requests" && line.StartsWith(Data, StringComparison.Ordinal))
            {
                using var batch = JsonDocument.Parse(line.AsMemory(Data.Length));
                var last = batch.RootElement.At("items").Items().Where(item => item.At("isFunction").IsTrue() && item.At("path").Text() is not null).GroupBy(item => item.At("path").Text()!);
                foreach (var function in last)
                {
                    await TakeAsync(folder, page, function.Key, function.Last(), stop).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task TakeAsync(string folder, string page, string function, JsonElement request, CancellationToken stop)
    {
        var run = request.At("status").Number() >= Failed && request.At("sid").Text() is { } sid ? await ReadAsync(folder, page, sid, stop).ConfigureAwait(false) : null;
        var runs = _byFolder[folder];
        var before = runs.GetValueOrDefault(function);
        if (run is null)
        {
            runs.TryRemove(function, out _);
        }
        else
        {
            runs[function] = run;
        }

        if (before != run)
        {
            foreach (var path in new[] { before?.Path, run?.Path }.OfType<string>().Distinct(FilePaths.Comparer))
            {
                changed(path);
            }
        }
    }

    // The first line of the stack that is the project's own, and what the Function's log says of it.
    private async Task<FailedRun?> ReadAsync(string folder, string page, string sid, CancellationToken stop)
    {
        using var response = await s_http.GetAsync(new Uri($"{page}/_ahoy/page/requests/{sid}"), stop).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        using var detail = JsonDocument.Parse(await response.Content.ReadAsStringAsync(stop).ConfigureAwait(false));
        var frame = detail.RootElement.At("stack").Items().FirstOrDefault(item => item.At("fullPath").Text() is { } path && !path.Contains("node_modules", StringComparison.Ordinal));
        if (frame.At("fullPath").Text() is not { } file || frame.At("line").Number() is not { } line)
        {
            return null;
        }

        var error = detail.RootElement.At("lines").Items().FirstOrDefault(item => item.At("level").Text() == "error").At("message").Text()?.Split('\n')[0].Trim();
        var request = detail.RootElement.At("request");
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{(error is { Length: > 0 } ? error : "The Function failed")} ({request.At("method").Text()} {request.At("path").Text()} answered {request.At("status").Number()})");
        return new FailedRun(System.IO.Path.GetFullPath(file), line, Hide(folder, what));
    }

    // A message may hold what a Function has put into it: no value of the environment file is shown.
    private string Hide(string folder, string text)
    {
        if (findEnvironment(folder) is not { } environment)
        {
            return text;
        }

        try
        {
            return EnvFile.Load(environment).Variables
                .Select(variable => variable.Value)
                .Where(value => value.Length >= ShortestValue)
                .OrderByDescending(value => value.Length)
                .Aggregate(text, (hidden, value) => hidden.Replace(value, Hidden, StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What can't be read can't be told from the rest.
            return "The Function failed. Its log says why.";
        }
    }

    private void Forget(string folder)
    {
        var runs = _byFolder[folder];
        var paths = runs.Values.Select(run => run.Path).Distinct(FilePaths.Comparer).ToList();
        runs.Clear();
        foreach (var path in paths)
        {
            changed(path);
        }
    }
}
