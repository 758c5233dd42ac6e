using Ahoy.Host.Signatures;
using Ahoy.Model.Signatures;

namespace Ahoy.Host.Gateway;

/// <summary>Checks the signature of a request.</summary>
internal static class SignedRequest
{
    public static bool IsValid(GatewayRequest request, string authToken, Uri? publicUrl)
    {
        var headers = request.Http.Request.Headers;
        var signature = headers[RequestSignature.HeaderName].ToString();
        if (signature.Length == 0 || !HasRightBody(request))
        {
            return false;
        }

        // A JSON body is not among the parameters: the URL alone is signed, with the hash of the body in it or without.
        IReadOnlyCollection<KeyValuePair<string, string>> fields = request.Body.Kind == BodyKind.Form ? request.Body.Fields : [];
        var isValid = false;
        var written = request.Http.Features.Get<ISignedUrlFeature>()?.SignedUrl;
        foreach (var url in written is null ? SignedUrl.Candidates(headers.Host.ToString(), request.Target, publicUrl) : [written])
        {
            isValid |= RequestSignature.AreEqual(RequestSignature.Compute(authToken, url, fields), signature);
        }

        return isValid;
    }

    /// <summary>Why a signature that a request has is not valid; null where it has none.</summary>
    /// <param name="request">The request, which was refused.</param>
    /// <param name="authToken">The Auth Token that counts.</param>
    /// <param name="options">How the gateway serves.</param>
    public static string? Explain(GatewayRequest request, string authToken, GatewayOptions options)
    {
        var headers = request.Http.Request.Headers;
        if (headers[RequestSignature.HeaderName].Count == 0)
        {
            return null;
        }

        if (!HasRightBody(request))
        {
            return $"the body is not the one whose hash is in the query ({RequestSignature.BodyHashParameter})";
        }

        var host = headers.Host.ToString();
        var expected = SignedUrl.Candidates(host, request.Target, options.PublicUrl).First();
        if (options.PublicUrl is { } given && IsValid(request, authToken, publicUrl: null))
        {
            return $"it was made for http://{host}{request.Target}, and --public-url {given.OriginalString} says that requests come to {expected}: sign that, or start without --public-url";
        }

        return $"no signature of {(options.PublicUrl is null ? $"http(s)://{host}{request.Target}" : expected)} with {options.TokenSource} is like it. Either it was made with another Auth Token, or for another URL, or with other parameters";
    }

    private static bool HasRightBody(GatewayRequest request)
    {
        if (request.Body.Length == 0 || request.Body.Kind == BodyKind.Form)
        {
            return true;
        }

        foreach (var (name, value) in new FormReader(request.Query))
        {
            if (name == RequestSignature.BodyHashParameter)
            {
                return RequestSignature.AreEqual(RequestSignature.HashBody(request.Body.Bytes), value.ToLowerInvariant());
            }
        }

        return true;
    }
}
