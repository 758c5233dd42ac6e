namespace Ahoy.Simulator.Rest.Documents;

/// <summary>One product's document, or one version of it: its paths, and which of them a request means.</summary>
internal sealed class ApiDocument
{
    private RouteTable? _routes;

    public required string Name { get; init; }

    /// <summary>For example `sync.twilio.com`.</summary>
    public required string Host { get; init; }

    public ApiPath[] Paths { get; set; } = [];

    /// <summary>Finds what a path means, and gives its parameters, decoded.</summary>
    public ApiPath? Route(string path, Dictionary<string, string> values)
    {
        return (_routes ??= new RouteTable(Paths)).Find(path, values);
    }

    /// <summary>The path of one item of a list: `/v1/Services/{Sid}` for `/v1/Services`; null where there is none.</summary>
    public ApiPath? FindInstance(ApiPath list)
    {
        return (_routes ??= new RouteTable(Paths)).FindInstance(list);
    }
}
