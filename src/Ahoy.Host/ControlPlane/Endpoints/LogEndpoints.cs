using System.Globalization;
using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The log lines of an Environment: a method a verb.</summary>
internal static class LogEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/Services/{service}/Environments/{environment}/Logs", List);
        routes.MapGet("/Services/{service}/Environments/{environment}/Logs/{sid}", Fetch);
    }

    /// <summary>
    /// <c>GET /Services/{sid}/Environments/{sid}/Logs</c>, with <c>FunctionSid</c>, <c>StartDate</c> (a day ago by default) and <c>EndDate</c>.
    /// </summary>
    private static IResult List(
        string service, string environment, HttpRequest request, Finder finder, LogDatabase logs, TimeProvider time, Account account)
    {
        var found = finder.Environment(request, service, environment);
        var query = PageQuery.Parse(request.Query);
        var function = request.Query["FunctionSid"].ToString();
        var now = time.GetUtcNow();
        var filter = new LogFilter(
            function.Length == 0 ? null : function,
            Date(request.Query, "StartDate") ?? now.AddDays(-1),
            Date(request.Query, "EndDate") ?? now);
        return ApiJson.Page(
            request,
            "logs",
            query,
            logs.Page(found.Sid, filter, query.Place),
            row => LogRepresentation.Of(row, request, account),
            ContractsJson.Default.LogResource);
    }

    private static DateTimeOffset? Date(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw ApiException.Invalid($"{name}: '{text}' is no ISO 8601 date.");
    }

    /// <summary><c>GET /Services/{sid}/Environments/{sid}/Logs/{sid}</c></summary>
    private static IResult Fetch(
        string service, string environment, string sid, HttpRequest request, Finder finder, LogDatabase logs, Account account)
    {
        var found = finder.Environment(request, service, environment);
        var row = logs.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
        return ApiJson.Ok(LogRepresentation.Of(row, request, account), ContractsJson.Default.LogResource);
    }
}
