using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>The way of a request, step by step, as the platform's pages describe it. Page: Function Request Flow.</summary>
internal sealed class RequestPipeline
{
    private readonly RunningEnvironments _environments;
    private readonly DetailStep _details;
    private readonly SignatureStep _signatures;
    private readonly AssetStep _assets;
    private readonly FunctionStep _functions;

    public RequestPipeline(RunningEnvironments environments, DetailStep details, SignatureStep signatures, AssetStep assets, FunctionStep functions)
    {
        _environments = environments;
        _details = details;
        _signatures = signatures;
        _assets = assets;
        _functions = functions;
    }

    public async ValueTask RunAsync(GatewayRequest request)
    {
        var http = request.Http;
        request.Running = _environments.Find(http.Request.Headers.Host.ToString(), out var content);
        if (content is null)
        {
            Answers.Text(request, StatusCodes.Status404NotFound, "There is no Service at this host.");
            return;
        }

        request.Served = content.Served;
        request.Route = content.Routes.Find(request.RawPath);
        if (!HeaderStep.Accept(request) || !RouteStep.Accept(request) || !VerbStep.Accept(request) || !await BodyStep.AcceptAsync(request).ConfigureAwait(false))
        {
            return;
        }

        _details.Run(request);
        var route = request.Route!;
        if (route.Resource.Visibility == Visibility.Protected && !_signatures.Accept(request))
        {
            return;
        }

        await (route.Function is null ? _assets.RunAsync(request) : _functions.RunAsync(request)).ConfigureAwait(false);
    }
}
