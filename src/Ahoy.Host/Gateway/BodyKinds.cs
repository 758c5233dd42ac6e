namespace Ahoy.Host.Gateway;

/// <summary>Tells what a body is by its <c>Content-Type</c>.</summary>
internal static class BodyKinds
{
    public static BodyKind Of(string? contentType)
    {
        if (contentType is null)
        {
            return BodyKind.None;
        }

        var type = contentType.AsSpan();
        var parameters = type.IndexOf(';');
        if (parameters >= 0)
        {
            type = type[..parameters];
        }

        type = type.Trim();
        if (type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return BodyKind.Form;
        }

        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            ? BodyKind.Json
            : BodyKind.None;
    }
}
