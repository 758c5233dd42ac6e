namespace Ahoy.Model;

/// <summary>What <c>require</c> can do with a package.</summary>
public enum RequireSupport
{
    /// <summary>It loads the package, or nothing is known that would keep it from doing so.</summary>
    Works,

    /// <summary>It finds an ES module: an error before Node 22.12, a warning from there on.</summary>
    EsModule,

    /// <summary>The package has an entry for <c>import</c> only: an error in every version of Node.</summary>
    ImportOnly,
}
