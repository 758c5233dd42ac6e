namespace Ahoy.JavaScript.Parsing;

/// <summary>What the place in the source allows and means. Functions, classes and loops save it and set it back.</summary>
[Flags]
internal enum Context
{
    None = 0,

    Strict = 1 << 0,

    /// <summary><c>in</c> is no operator here: the head of a <c>for</c>.</summary>
    NoIn = 1 << 1,

    /// <summary><c>return</c> is allowed.</summary>
    Return = 1 << 2,

    /// <summary><c>await</c> is an operator.</summary>
    Await = 1 << 3,

    /// <summary><c>await</c> is no operator here, and no name either: a static block.</summary>
    NoAwait = 1 << 4,

    /// <summary><c>yield</c> is an operator.</summary>
    Yield = 1 << 5,

    NewTarget = 1 << 6,

    SuperProperty = 1 << 7,

    SuperCall = 1 << 8,

    /// <summary><c>arguments</c> is forbidden: fields and static blocks.</summary>
    NoArguments = 1 << 9,

    /// <summary><c>continue</c> without a label is allowed.</summary>
    Loop = 1 << 10,

    /// <summary><c>break</c> without a label is allowed.</summary>
    Breakable = 1 << 11,

    /// <summary>What goes on inside an arrow function.</summary>
    KeptByArrows = Strict | SuperProperty | SuperCall | NewTarget | NoArguments,
}
