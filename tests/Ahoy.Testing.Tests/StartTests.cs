using System.Collections.Concurrent;

namespace Ahoy.Testing.Tests;

/// <summary>How services start, why they don't, and that nothing of them is left.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Project_ThatIsReferredTo_HasAConstant()
    {
        await using var service = await AhoyService.StartAsync(AhoyProjects.SmsCounter);

        var chat = await service.Handset("+15551230001").TextAsync("/sms", "Ahoy");

        Assert.Equal("This is message 1 of 5.", chat.LastReply.Body);
        Assert.Single(service.Twilio.Messages);
        Assert.Equal("1", chat.Webhook.Cookies["message_count"]);
        Assert.True(Directory.Exists(AhoyProjects.SmsCounter));
    }

    [Fact]
    public async Task Services_RunSideBySide_EachWithAWorldOfItsOwn()
    {
        var services = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            AhoyService.StartAsync(i % 2 == 0 ? AhoyProjects.SmsCounter : "Services/shop", options => options.Variables["GREETING"] = $"No. {i}")));
        try
        {
            await Task.WhenAll(services.Select(async (service, i) =>
            {
                var chat = await service.Handset("+15551230001").TextAsync(i % 2 == 0 ? "/sms" : "/order", "Hi");
                Assert.Equal(i % 2 == 0 ? "This is message 1 of 5." : $"No. {i}, we are on it.", chat.LastReply.Body);
                Assert.Equal(1, service.Twilio.Messages.Count(message => message.Body == chat.LastReply.Body));
            }));
            Assert.Equal(4, services.Select(service => service.Url.Port).Distinct().Count());
        }
        finally
        {
            await Task.WhenAll(services.Select(async service => await service.DisposeAsync()));
        }
    }

    [Fact]
    public async Task Output_GetsEachLineOfTheLog()
    {
        var lines = new ConcurrentQueue<string>();
        var printed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = await AhoyService.StartAsync("Services/shop", options => options.Output = line =>
        {
            lines.Enqueue(line);
            if (line.Contains("asked", StringComparison.Ordinal))
            {
                printed.TrySetResult();
            }
        });

        await service.InvokeAsync("/echo");

        await printed.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(lines, line => line.Contains("Next, type", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folder_WithErrors_FailsWithTheBuildsMessages()
    {
        using var folder = new TemporaryService();
        folder.Write("functions/wrong.js", "exports.handler = (context, event, callback => callback();\n");
        folder.Write("assets/a b.txt", "x");

        var failure = await Assert.ThrowsAsync<AhoyException>(() => AhoyService.StartAsync(folder.Path));

        Assert.Contains("wrong.js(1,", failure.Message);
        Assert.Contains("error AHOY0001", failure.Message);
        Assert.Contains("error AHOY5005", failure.Message);
    }

    [Fact]
    public async Task Path_OfNothing_SaysSo()
    {
        var failure = await Assert.ThrowsAsync<AhoyException>(() => AhoyService.StartAsync("nowhere"));

        Assert.Contains($"{Path.DirectorySeparatorChar}nowhere: there is no such folder, project file or Build", failure.Message);
    }

    [Fact]
    public async Task Node_ThatIsMissing_IsNamed()
    {
        var failure = await Assert.ThrowsAsync<AhoyException>(() => AhoyService.StartAsync("Services/shop", options => options.Node = "/nowhere/node"));

        Assert.Contains("Node", failure.Message);
    }

    [Fact]
    public async Task Dispose_LeavesNothing()
    {
        var service = await AhoyService.StartAsync("Services/shop");
        await service.InvokeAsync("/echo");
        using var client = new HttpClient();
        await service.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(service.Url));
        var gone = Assert.Throws<AhoyException>(() => service.Logs);
        Assert.Contains("does not answer", gone.Message);
    }
}
