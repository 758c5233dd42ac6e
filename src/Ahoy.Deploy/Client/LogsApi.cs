using System.Globalization;
using Ahoy.Api;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Client;

/// <summary>The log of an Environment.</summary>
public sealed class LogsApi
{
    private readonly ApiConnection _connection;

    internal LogsApi(ApiConnection connection) => _connection = connection;

    /// <summary>The lines of a log, newest first.</summary>
    /// <param name="serviceSid">The Service.</param>
    /// <param name="environmentSid">The Environment.</param>
    /// <param name="functionSid">Only the lines of one Function; null for all.</param>
    /// <param name="from">The earliest time; null for a day ago, as the platform does.</param>
    /// <param name="to">The latest time; null for now.</param>
    /// <param name="cancellationToken">Stops.</param>
    public IAsyncEnumerable<LogResource> ListAsync(
        string serviceSid,
        string environmentSid,
        string? functionSid,
        DateTimeOffset? from,
        DateTimeOffset? to,
        CancellationToken cancellationToken)
    {
        (string Name, string? Value)[] filters = [("FunctionSid", functionSid), ("StartDate", Iso(from)), ("EndDate", Iso(to))];
        var query = string.Join('&', filters.Where(f => f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}"));
        return _connection.ListAsync(
            $"Services/{serviceSid}/Environments/{environmentSid}/Logs?{query}".TrimEnd('?'),
            ContractsJson.Default.LogResource,
            cancellationToken);
    }

    private static string? Iso(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
