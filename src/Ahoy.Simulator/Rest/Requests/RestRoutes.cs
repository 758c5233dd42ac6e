namespace Ahoy.Simulator.Rest.Requests;

/// <summary>The operations that have state, and who answers them. Paths are written as in the documents.</summary>
internal sealed class RestRoutes
{
    private readonly Dictionary<(string Host, string Template, string Method), RestHandler> _handlers = [];

    public IEnumerable<(string Host, string Template, string Method)> All => _handlers.Keys;

    /// <summary>Adds or replaces the handler of an operation.</summary>
    public void Map(string method, string host, string template, RestHandler handler)
    {
        _handlers[(host, template, method)] = handler;
    }

    public void Map(string method, string host, string template, Func<RestCall, RestAnswer> handler)
    {
        Map(method, host, template, call => ValueTask.FromResult(handler(call)));
    }

    public RestHandler? Find(string host, string template, string method)
    {
        return _handlers.GetValueOrDefault((host, template, method));
    }
}
