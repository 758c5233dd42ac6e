using System.Net;
using Ahoy.Cli.Output;
using Ahoy.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ahoy.Cli.Offline;

/// <summary>Serves the files of a message to this machine while the command runs, so that a Function can fetch them as it does Twilio's.</summary>
internal sealed class MediaServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MediaServer(WebApplication app) => _app = app;

    /// <summary>The files' URLs, in their order.</summary>
    public IReadOnlyList<string> Urls { get; private set; } = [];

    /// <summary>Begins to serve files.</summary>
    /// <exception cref="UserErrorException">One can't be read.</exception>
    public static async Task<MediaServer> StartAsync(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var server = new MediaServer(builder.Build());

        // The number keeps two files of the same name apart.
        var served = files.Select((file, i) => (File: Check(file), Folder: FormattableString.Invariant($"/{i + 1}/"))).ToArray();
        server._app.Run(context =>
        {
            var path = context.Request.Path.Value;
            var (file, _) = Array.Find(served, f => f.Folder + Path.GetFileName(f.File) == path);
            if (file is null)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            context.Response.ContentType = ContentTypes.ForFile(file);
            return context.Response.SendFileAsync(file, context.RequestAborted);
        });
        await server._app.StartAsync(cancellation).ConfigureAwait(false);
        var address = server._app.Urls.First().TrimEnd('/');
        server.Urls = [.. served.Select(f => address + f.Folder + Uri.EscapeDataString(Path.GetFileName(f.File)))];
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static string Check(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Path.GetFullPath(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--media {file}: {e.Message}", ExitCode.Failed);
        }
    }
}
