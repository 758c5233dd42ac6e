using System.Diagnostics;
using System.Globalization;
using Ahoy.Testing;
using Ahoy.TestingBench;

const int FurtherStarts = 6;
const int Messages = 300;
const int Tests = 500;
const int Services = 4;

var folder = Directory.CreateTempSubdirectory("ahoy-bench-").FullName;
try
{
    Directory.CreateDirectory(Path.Combine(folder, "functions"));
    await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"name":"bench"}""");
    await File.WriteAllTextAsync(Path.Combine(folder, "functions", "sms.protected.js"), """
        exports.handler = (context, event, callback) => {
          const twiml = new Twilio.twiml.MessagingResponse();
          twiml.message(`You said ${event.Body}.`);
          callback(null, twiml);
        };
        """);

    // The first service of this process, with the start of .NET's own parts in it; then one after the other.
    var first = await MeasureAsync("first-start", async () => await AhoyService.StartAsync(folder));
    await TextAsync(first, "warm");
    var (times, cpu) = (new List<double>(), CpuTime.Now());
    for (var i = 0; i < FurtherStarts; i++)
    {
        var clock = Stopwatch.StartNew();
        var service = await AhoyService.StartAsync(folder);
        times.Add(clock.Elapsed.TotalMilliseconds);
        await TextAsync(service, "warm");
        await service.DisposeAsync();
    }

    Write("further-start", Median(times));
    Write("further-start-cpu", (CpuTime.Now() - cpu) * 1000 / FurtherStarts);

    // Messages, one after the other.
    for (var i = 0; i < 50; i++)
    {
        await TextAsync(first, "warm");
    }

    (times, cpu) = ([], CpuTime.Now());
    for (var i = 0; i < Messages; i++)
    {
        var clock = Stopwatch.StartNew();
        await TextAsync(first, "hello");
        times.Add(clock.Elapsed.TotalMilliseconds);
    }

    times.Sort();
    Write("text-median", Median(times));
    Write("text-p95", times[times.Count * 95 / 100]);
    Write("text-cpu", (CpuTime.Now() - cpu) * 1000 / Messages);
    await first.DisposeAsync();

    // A suite: a service for each of four classes that run side by side, each test begins with a reset, as with a fixture of a class.
    cpu = CpuTime.Now();
    var suite = Stopwatch.StartNew();
    await Task.WhenAll(Enumerable.Range(0, Services).Select(async _ =>
    {
        await using var service = await AhoyService.StartAsync(folder);
        for (var i = 0; i < Tests / Services; i++)
        {
            await service.ResetAsync();
            await TextAsync(service, i.ToString(CultureInfo.InvariantCulture));
        }
    }));
    Write("suite", suite.Elapsed.TotalSeconds);
    Write("suite-rate", Tests / suite.Elapsed.TotalSeconds);
    Write("suite-cpu", CpuTime.Now() - cpu);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static async Task TextAsync(AhoyService service, string body)
{
    var chat = await service.Handset("+15551230001").TextAsync("/sms", body);
    if (chat.LastReply.Body != $"You said {body}.")
    {
        throw new InvalidOperationException($"The answer was \"{chat.LastReply.Body}\".");
    }
}

static async Task<T> MeasureAsync<T>(string name, Func<Task<T>> work)
{
    var cpu = CpuTime.Now();
    var clock = Stopwatch.StartNew();
    var result = await work();
    Write(name, clock.Elapsed.TotalMilliseconds);
    Write(name + "-cpu", (CpuTime.Now() - cpu) * 1000);
    return result;
}

static double Median(List<double> values)
{
    var sorted = values.Order().ToList();
    return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}

static void Write(string name, double value) => Console.WriteLine($"{name} {value.ToString("0.00", CultureInfo.InvariantCulture)}");
