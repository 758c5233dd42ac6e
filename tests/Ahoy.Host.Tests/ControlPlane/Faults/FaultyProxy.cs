using System.Net;
using System.Text;

namespace Ahoy.Host.Tests.ControlPlane.Faults;

/// <summary>
/// What stands between a deploy and the control plane and does it harm: bursts of 429, 5xx before or after the request was done, connections
/// that break before or after, slow answers. Which, and when, a seed decides.
/// </summary>
internal sealed class FaultyProxy(int seed, double rate, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private int _burst;

    /// <summary>How many requests came to harm.</summary>
    public int Faults { get; private set; }

    /// <summary>Lets all through from now on.</summary>
    public bool IsHealed { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (Next())
        {
            case Fault.TooMany:
                return Answer(HttpStatusCode.TooManyRequests, """{"code":20429,"message":"Too Many Requests","more_info":"","status":429}""");
            case Fault.ErrorBefore:
                return Answer(HttpStatusCode.InternalServerError, "<html>a proxy's page</html>");
            case Fault.ErrorAfter:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                return Answer(HttpStatusCode.BadGateway, "");
            case Fault.ResetBefore:
                throw new HttpRequestException("Connection reset by peer.");
            case Fault.ResetAfter:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException("Connection reset by peer.");
            case Fault.Truncated:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                return Answer(HttpStatusCode.OK, """{"sid":"ZS""");
            case Fault.Slow:
                await Task.Yield();
                return await base.SendAsync(request, cancellationToken);
            default:
                return await base.SendAsync(request, cancellationToken);
        }
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private Fault Next()
    {
        lock (_lock)
        {
            if (IsHealed)
            {
                return Fault.None;
            }

            if (_burst > 0)
            {
                _burst--;
                Faults++;
                return Fault.TooMany;
            }

            if (_random.NextDouble() >= rate)
            {
                return Fault.None;
            }

            Faults++;
            var fault = (Fault)_random.Next(1, Enum.GetValues<Fault>().Length);
            if (fault == Fault.TooMany)
            {
                _burst = _random.Next(0, 4);
            }

            return fault;
        }
    }

    private enum Fault
    {
        None,
        TooMany,
        ErrorBefore,
        ErrorAfter,
        ResetBefore,
        ResetAfter,
        Truncated,
        Slow,
    }
}
