using System.Buffers;

namespace Ahoy.Host.Logs;

/// <summary>Writes log lines as text for people or for programs.</summary>
internal interface ILogFormatter
{
    void Format(in OutputEntry entry, IBufferWriter<byte> target);

    void Format(in RequestEntry entry, IBufferWriter<byte> target);
}
