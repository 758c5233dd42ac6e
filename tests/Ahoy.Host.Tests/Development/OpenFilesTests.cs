using Ahoy.Host.Development;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Development;

public sealed class OpenFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void IsBeingWritten_OpenForWriting_IsSoUntilItIsClosed()
    {
        var path = _folder.Write("file.js", "1");
        Assert.SkipWhen(OpenFiles.IsBeingWritten(path) is null, "This system does not tell whether a file is being written.");
        using (var file = File.OpenWrite(path))
        {
            Assert.True(OpenFiles.IsBeingWritten(path));
        }

        Assert.False(OpenFiles.IsBeingWritten(path));
    }

    [Fact]
    public void IsBeingWritten_OpenForReading_IsNot()
    {
        var path = _folder.Write("file.js", "1");
        using var file = File.OpenRead(path);

        Assert.NotEqual(true, OpenFiles.IsBeingWritten(path));
    }

    [Fact]
    public void IsBeingWritten_NoSuchFile_IsNotKnown() => Assert.Null(OpenFiles.IsBeingWritten(_folder.Combine("none.js")));

    // The one that is told by a signal would otherwise end here.
    [Fact]
    public async Task IsBeingWritten_OpenedMeanwhile_TheProcessGoesOn()
    {
        var path = _folder.Write("file.js", "1");
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            }
        });
        while (!writer.IsCompleted)
        {
            OpenFiles.IsBeingWritten(path);
        }

        await writer;
    }
}
