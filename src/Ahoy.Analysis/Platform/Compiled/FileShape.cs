namespace Ahoy.Analysis.Platform.Compiled;

/// <summary>What kind of code a file holds.</summary>
internal enum FileShape
{
    /// <summary>Code that somebody has written, or that a compiler or bundler has left readable.</summary>
    Ordinary,

    /// <summary>Code that a minifier has rewritten.</summary>
    Minified,

    /// <summary>A bundle of code for browsers, which no Function runs.</summary>
    BrowserBundle,
}
