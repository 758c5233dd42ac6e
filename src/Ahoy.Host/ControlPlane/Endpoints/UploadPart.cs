using Microsoft.AspNetCore.WebUtilities;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>
/// What a part of an upload has. Where the body ends before its last boundary the caller is told so; the multipart reader has the same
/// exception for that as a disk has that fails, which is the host's business.
/// </summary>
internal sealed class UploadPart(Stream content) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Goes on to the next part; null after the last.</summary>
    /// <exception cref="InvalidDataException">The body is incomplete, or not what its type says.</exception>
    public static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw Incomplete(e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The body is incomplete.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw Incomplete(e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private static InvalidDataException Incomplete(IOException e) => new("the upload ends before its last boundary.", e);
}
