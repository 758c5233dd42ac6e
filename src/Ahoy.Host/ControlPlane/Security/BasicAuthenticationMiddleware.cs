using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Logs;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Security;

/// <summary>
/// Basic authentication with the account's SID and token, or with an API key and its secret. How long the answer takes tells nothing
/// about how near a guess was.
/// </summary>
internal sealed class BasicAuthenticationMiddleware(
    RequestDelegate next, Account account, ApiKeyStore apiKeys, ILogger<BasicAuthenticationMiddleware> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var (userName, password) = Read(context.Request.Headers.Authorization);
        if (userName is not null && IsValid(userName, password))
        {
            return next(context);
        }

        if (userName is not null)
        {
            Log.WrongCredentials(logger, Sid.Is(Sid.Account, userName) || Sid.Is(Sid.ApiKey, userName) ? userName : "(no SID)");
        }

        context.Response.Headers.WWWAuthenticate = "Basic realm=\"Twilio API\"";
        return ApiErrorWriter.WriteAsync(
            context, ApiError.Create(ErrorCodes.Authenticate, StatusCodes.Status401Unauthorized, "Authenticate"));
    }

    private static (string? UserName, string Password) Read(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value)
            || !"Basic".Equals(value.Scheme, StringComparison.OrdinalIgnoreCase)
            || value.Parameter is not { } parameter
            || !Base64.IsValid(parameter))
        {
            return (null, "");
        }

        var pair = Encoding.UTF8.GetString(Convert.FromBase64String(parameter));
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (null, "") : (pair[..colon], pair[(colon + 1)..]);
    }

    private bool IsValid(string userName, string password)
    {
        if (userName.StartsWith(Sid.ApiKey, StringComparison.Ordinal))
        {
            return apiKeys.IsValid(userName, password);
        }

        // Both are compared in any case, so that neither's result shows in the time.
        return Same(userName, account.Sid) & Same(password, account.AuthToken);
    }

    private static bool Same(string left, string right) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(left)), SHA256.HashData(Encoding.UTF8.GetBytes(right)));
}
