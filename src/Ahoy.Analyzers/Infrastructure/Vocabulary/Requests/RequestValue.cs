namespace Ahoy.Analyzers.Infrastructure.Vocabulary.Requests;

/// <summary>What an expression is of the request that a Function gets.</summary>
internal enum RequestValue
{
    /// <summary>Something else, or not known.</summary>
    None,

    /// <summary><c>event</c>.</summary>
    Event,

    /// <summary><c>event.request</c>.</summary>
    Request,

    /// <summary><c>event.request.headers</c>.</summary>
    Headers,
}
