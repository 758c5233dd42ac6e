using System.Threading.Channels;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>The Builds that wait to be checked and packaged, in the order in which they came.</summary>
internal sealed class BuildQueue
{
    private readonly Channel<string> _sids = Channel.CreateUnbounded<string>();

    public void Add(string buildSid) => _sids.Writer.TryWrite(buildSid);

    public IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellationToken) => _sids.Reader.ReadAllAsync(cancellationToken);
}
