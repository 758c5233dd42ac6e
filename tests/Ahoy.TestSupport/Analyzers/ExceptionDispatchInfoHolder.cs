using System.Runtime.ExceptionServices;

namespace Ahoy.TestSupport.Analyzers;

/// <summary>Carries the first exception of an analyzer, which the compiler would swallow, into the test.</summary>
internal sealed class ExceptionDispatchInfoHolder
{
    private ExceptionDispatchInfo? _first;

    public void Set(Exception exception) => Interlocked.CompareExchange(ref _first, ExceptionDispatchInfo.Capture(exception), null);

    public void ThrowIfSet() => _first?.Throw();
}
