namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>
/// What the rules no longer see in what TypeScript's compiler writes for an older target, by rule and case. All else is seen, at its line; a rule that sees more is a reason to strike something out.
/// </summary>
internal static class TypeScriptLosses
{
    // `import()` becomes a promise that a require() follows: no chain of a package that is known.
    private static readonly string[] s_imports = ["AHOY1003 an arrow without braces"];

    // Private names become maps, and calls of helpers.
    private static readonly string[] s_belowEs2022 = ["AHOY2001 a private method", "AHOY2001 a private field that holds a function"];

    // `async` becomes a call of a helper, which may be waited for in ways that only the compiler knows; an `await` is a `yield`, of which less is known.
    private static readonly string[] s_belowEs2017 =
    [
        "AHOY1003 an async function that answers is called without a catch", "AHOY1003 an async function that answers is called at once",
        "AHOY1005 a message that was sent", "AHOY2005 what is done if that is true", "AHOY7004 in a try, whatever the catch says",
    ];

    private static readonly string[] s_belowEs2015 =
    [
        // A class is a function and what is put on its prototype.
        "AHOY1001 an exported class", "AHOY2001 the method of a class", "AHOY2001 a method right after new", "AHOY2001 a method of a base class", "AHOY2001 super",
        "AHOY2001 a function that the constructor assigns", "AHOY2001 this through a name for it", "AHOY2001 this in a static method is the class", "AHOY2001 a getter that starts work",
        "AHOY2001 a class that is a promise",

        // A function with `await` in it is cut into steps: loops and `finally` are jumps, conditions stand in a step of their own, an end is that of the step.
        "AHOY1002 the retries run out", "AHOY1002 catch only logs", "AHOY1002 catch only logs, and something follows", "AHOY1002 the wrapper's response is prepared, and not sent",
        "AHOY1004 once for each round", "AHOY1004 finally as well", "AHOY1005 a response object", "AHOY3006 a response object", "AHOY2005 an old-fashioned variable",
        "AHOY2005 a variable that holds the promise", "AHOY2001 a call that was fetched is changed, and the messages of a list are removed",

        // A template of many lines becomes a text in one.
        "AHOY7001 as text",
    ];

    /// <summary>What is lost for a target.</summary>
    public static IEnumerable<string> Below(string target) => target switch
    {
        "es2022" => s_imports,
        "es2017" => [.. s_imports, .. s_belowEs2022],
        "es2015" => [.. s_imports, .. s_belowEs2022, .. s_belowEs2017],
        _ => [.. s_imports, .. s_belowEs2022, .. s_belowEs2017, .. s_belowEs2015],
    };
}
