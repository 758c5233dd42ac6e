namespace Ahoy.Page.Tests.Infrastructure;

/// <summary>Tests that measure: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
