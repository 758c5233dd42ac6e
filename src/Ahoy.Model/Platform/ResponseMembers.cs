namespace Ahoy.Model;

/// <summary>
/// What a <c>Twilio.Response</c> has, for the rules; the host's class (<c>response.js</c>) has exactly this. Page: Constructing a Response.
/// </summary>
public static class ResponseMembers
{
    /// <summary>The class, a member of the global <c>Twilio</c> and global itself.</summary>
    public const string Class = "Response";

    /// <summary>The property, and the option of the constructor, with the status.</summary>
    public const string StatusCode = "statusCode";

    /// <summary>The property, and the option, with the body.</summary>
    public const string Body = "body";

    /// <summary>The property, and the option, with the headers.</summary>
    public const string Headers = "headers";

    /// <summary>What sets the body.</summary>
    public const string SetBody = "setBody";

    /// <summary>What sets all headers.</summary>
    public const string SetHeaders = "setHeaders";

    /// <summary>What adds a value to a header.</summary>
    public const string AppendHeader = "appendHeader";

    private static readonly HashSet<string> s_methods =
        new(StringComparer.Ordinal) { AppendHeader, SetBody, SetHeaders, "removeCookie", "setCookie", "setStatusCode" };

    /// <summary>The properties, each of which is an option of the constructor, too.</summary>
    public static IReadOnlyList<string> Properties { get; } = [StatusCode, Body, Headers];

    /// <summary>The methods, all of which give the response back.</summary>
    public static IReadOnlyCollection<string> Methods => s_methods;

    /// <summary>Whether a name is a method's.</summary>
    public static bool IsMethod(string? name) => name is not null && s_methods.Contains(name);
}
