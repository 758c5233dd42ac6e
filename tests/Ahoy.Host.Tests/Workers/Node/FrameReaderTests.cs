using System.Globalization;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Workers.Node;

/// <summary>What a worker reads is what was sent, wherever the reads cut it, and whatever a Function does to memory between them.</summary>
public sealed class FrameReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Frames_CutAtRandomWhileTheirMemoryIsWrittenTo_ArriveOnceInOrderAndWhole(int seed)
    {
        using var folder = new TempFolder();

        var result = await ProcessRunner.RunAsync(
            TestNode.Path,
            [
                Path.Combine(AppContext.BaseDirectory, "Workers", "Node", "read-frames.js"),
                Repository.Combine("src", "Ahoy.Host", "Workers", "node", "frames.js"),
                seed.ToString(CultureInfo.InvariantCulture),
            ],
            folder.Path);

        Assert.True(result.Output == "whole\n", result.ToString());
    }
}
