using System.Diagnostics.CodeAnalysis;
using Ahoy.Simulator;

namespace Ahoy.Host.Offline.Control;

/// <summary>Answers a request below <c>/_ahoy/</c>.</summary>
internal delegate Task ControlHandler(ControlRequest request);

/// <summary>What there is below <c>/_ahoy/</c>: a method, a path with at most one place for a value (<c>*</c>), and who answers.</summary>
internal sealed class ControlRoutes
{
    /// <summary>What the paths begin with.</summary>
    public const string Prefix = "/_ahoy/";

    private readonly List<(string Method, string[] Parts, ControlHandler Handler)> _routes = [];

    public ControlRoutes Map(string method, string path, ControlHandler handler)
    {
        _routes.Add((method, path.Split('/'), handler));
        return this;
    }

    /// <summary>Answers a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="path">Its path after <see cref="Prefix"/>, still encoded.</param>
    /// <param name="query">Its query, without the question mark.</param>
    public async Task AnswerAsync(HttpContext http, string path, string query)
    {
        var parts = path.TrimEnd('/').Split('/');
        var methods = new List<string>();
        foreach (var (method, pattern, handler) in _routes)
        {
            if (!Matches(pattern, parts, out var value))
            {
                continue;
            }

            methods.Add(method);
            if (method == http.Request.Method)
            {
                await RunAsync(handler, new ControlRequest(http, query, Uri.UnescapeDataString(value))).ConfigureAwait(false);
                return;
            }
        }

        var request = new ControlRequest(http, query, "");
        if (methods.Count > 0)
        {
            http.Response.Headers.Allow = string.Join(", ", methods);
            await request.WriteErrorAsync(StatusCodes.Status405MethodNotAllowed, $"{Prefix}{path} has no {http.Request.Method}, but {string.Join(", ", methods)}.").ConfigureAwait(false);
        }
        else
        {
            await request.WriteErrorAsync(StatusCodes.Status404NotFound, $"There is no {Prefix}{path}.").ConfigureAwait(false);
        }
    }

    private static async Task RunAsync(ControlHandler handler, ControlRequest request)
    {
        try
        {
            await handler(request).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (request.IsImpatient && !request.Gone.IsCancellationRequested)
        {
            request.Http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (InvalidRequestException e)
        {
            await request.WriteErrorAsync(StatusCodes.Status400BadRequest, e.Message).ConfigureAwait(false);
        }
    }

    private static bool Matches(string[] pattern, string[] parts, [NotNullWhen(true)] out string? value)
    {
        value = "";
        if (pattern.Length != parts.Length)
        {
            return false;
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "*" && parts[i].Length > 0)
            {
                value = parts[i];
            }
            else if (pattern[i] != parts[i])
            {
                return false;
            }
        }

        return true;
    }
}
