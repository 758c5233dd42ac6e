namespace Ahoy.Analysis.Flow.Origins;

/// <summary>The one table of what returns promises (the catalogue's word "promise").</summary>
internal static class Libraries
{
    public const string Twilio = "twilio";
    public const string SendGrid = "@sendgrid/mail";
    public const string Axios = "axios";
    public const string Got = "got";
    public const string Fetch = "fetch";
    public const string FileSystem = "fs";
    public const string FileSystemPromises = "fs/promises";
    public const string Timers = "timers";
    public const string TimersPromises = "timers/promises";
    public const string Utilities = "util";
    public const string Promise = "Promise";
    public const string Runtime = "Runtime";
    public const string Context = "context";

    private static readonly HashSet<string> s_restVerbs = ["create", "fetch", "update", "remove", "list", "page", "getPage"];

    private static readonly HashSet<string> s_httpVerbs =
    [
        "get", "post", "put", "patch", "delete", "head", "options", "request", "postForm", "putForm", "patchForm", "all",
    ];

    private static readonly HashSet<string> s_promiseMakers = ["all", "allSettled", "any", "race", "resolve", "reject", "try"];

    /// <summary>The library that a module's name stands for; null where nothing about it is known.</summary>
    public static string? OfModule(string module) => (module.StartsWith("node:", StringComparison.Ordinal) ? module.Substring(5) : module) switch
    {
        "twilio" => Twilio,
        "@sendgrid/mail" => SendGrid,
        "axios" => Axios,
        "got" => Got,
        "node-fetch" or "cross-fetch" or "isomorphic-fetch" => Fetch,
        "fs" => FileSystem,
        "fs/promises" => FileSystemPromises,
        "timers" => Timers,
        "timers/promises" => TimersPromises,
        "util" => Utilities,
        _ => null,
    };

    /// <summary>The library that a global name stands for; null for all others.</summary>
    public static string? OfGlobal(string name) => name switch
    {
        "Twilio" => Twilio,
        "fetch" => Fetch,
        "Promise" => Promise,
        "Runtime" => Runtime,
        _ => null,
    };

    /// <summary>Whether a call of the library itself (<c>axios(…)</c>) returns a promise.</summary>
    public static bool CallReturnsPromise(string library) => library is Axios or Got or Fetch;

    /// <summary>Whether a call of a library's member returns a promise.</summary>
    public static bool CallReturnsPromise(string library, string member) => library switch
    {
        Axios or Got => s_httpVerbs.Contains(member),
        Fetch => member == "fetch",
        SendGrid => member is "send" or "sendMultiple",
        FileSystemPromises => member is not ("watch" or "constants"),
        TimersPromises => member is "setTimeout" or "setImmediate",
        Promise => s_promiseMakers.Contains(member),
        _ => false,
    };

    /// <summary>Whether a call of a library's member returns another instance of the library, to be used as the library is.</summary>
    public static bool CallReturnsInstance(string library, string member) =>
        (library == Axios && member == "create") || (library == Got && member == "extend");

    /// <summary>Whether a name at the end of a chain that is rooted in the Twilio client sends a request.</summary>
    public static bool IsRestVerb(string name) => s_restVerbs.Contains(name);

    /// <summary>What a request is answered with, where that can be asked to change in its turn.</summary>
    public static Origin? AnswerOf(string restVerb) => restVerb switch
    {
        "create" or "fetch" or "update" => Origin.TwilioInstance,
        "list" => Origin.TwilioInstances,
        _ => null,
    };

    /// <summary>Whether a method of what Twilio has answered with sends a request.</summary>
    public static bool IsInstanceVerb(string name) => name is "fetch" or "update" or "remove";

    /// <summary>Whether a name continues a promise.</summary>
    public static bool IsChainMethod(string name) => name is "then" or "catch" or "finally";
}
