using Ahoy.Host.Environments;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Gateway;

/// <summary>Refuses requests for protected resources that Twilio did not sign. Pages: Function Request Flow; Assets.</summary>
internal sealed class SignatureStep
{
    private readonly GatewayOptions _options;
    private readonly ILogSink _log;
    private readonly TimeProvider _time;
    private string? _toldAbout;

    public SignatureStep(GatewayOptions options, ILogSink log, TimeProvider time)
    {
        _options = options;
        _log = log;
        _time = time;
    }

    public bool Accept(GatewayRequest request)
    {
        if (!_options.ChecksSignatures)
        {
            return true;
        }

        var served = request.Served!;
        if (string.IsNullOrEmpty(served.AuthToken))
        {
            TellOnce(served);
        }
        else if (SignedRequest.IsValid(request, served.AuthToken, _options.PublicUrl))
        {
            return true;
        }
        else if (SignedRequest.Explain(request, served.AuthToken, _options) is { } reason)
        {
            _log.Write(new OutputEntry(
                _time.GetUtcNow(), served, null, request.Route!.Function is null ? null : request.Route.Resource.Path, OutputLevel.Warn, 0, $"A request was refused, because its X-Twilio-Signature is not valid: {reason}."));
        }

        if (request.Route!.Function is null)
        {
            TextResponse.Write(request, StatusCodes.Status403Forbidden, "This Asset is protected: it needs a request with a valid X-Twilio-Signature.");
        }
        else
        {
            TextResponse.Write(request, StatusCodes.Status400BadRequest, "This Function is protected: it needs a request with a valid X-Twilio-Signature.");
        }

        return false;
    }

    private void TellOnce(ServedEnvironment served)
    {
        if (Interlocked.Exchange(ref _toldAbout, served.EnvironmentKey) != served.EnvironmentKey)
        {
            _log.Write(new OutputEntry(
                _time.GetUtcNow(), served, null, null, OutputLevel.Warn, 0,
                "Requests for protected resources are refused, because signatures can't be checked: set AUTH_TOKEN in the environment file, or start with --no-signature to try things out."));
        }
    }
}
