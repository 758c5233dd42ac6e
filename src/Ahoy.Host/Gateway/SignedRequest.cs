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
