using System.Xml;
using Ahoy.Simulator;
using Ahoy.Simulator.Faults;

namespace Ahoy.Host.Offline.Control;

/// <summary>What fails.</summary>
internal static class FaultEndpoints
{
    public static void Map(ControlRoutes routes, TwilioSimulator simulator)
    {
        routes.Map("GET", "faults", request => WriteAsync(request, simulator));
        routes.Map("PUT", "faults", async request =>
        {
            var faults = await request.ReadAsync(ControlJson.Default.IReadOnlyListFaultBody).ConfigureAwait(false);
            simulator.Faults.Set([.. faults.Select(fault => Read(fault ?? throw new InvalidRequestException("A fault is an object.")))]);
            await WriteAsync(request, simulator).ConfigureAwait(false);
        });
        routes.Map("DELETE", "faults", request =>
        {
            simulator.Faults.Clear();
            return request.WriteNothing();
        });
    }

    private static Fault Read(FaultBody body)
    {
        if (body.Status is < 100 or > 599)
        {
            throw new InvalidRequestException($"status: {body.Status}: it is one of HTTP's, from 100 to 599.");
        }

        if (body.Times is < 0)
        {
            throw new InvalidRequestException($"times: {body.Times}: it is 0 or more; leave it out for a fault that stays.");
        }

        var delay = body.Delay is null ? TimeSpan.Zero : Durations.Parse("delay", body.Delay);
        if (delay > TimeSpan.FromDays(1))
        {
            throw new InvalidRequestException($"delay: {body.Delay}: it is a day at most.");
        }

        return new Fault
        {
            Match = new FaultMatch { Host = body.Match?.Host, Method = body.Match?.Method, Path = body.Match?.Path },
            Times = body.Times,
            Status = body.Status,
            Code = body.Code,
            Delay = delay,
            Drop = body.Drop ?? false,
        };
    }

    private static Task WriteAsync(ControlRequest request, TwilioSimulator simulator) =>
        request.WriteAsync([.. simulator.Faults.All.Select(Write)], ControlJson.Default.IReadOnlyListFaultBody);

    private static FaultBody Write(Fault fault) => new(
        new FaultMatchBody(fault.Match.Host, fault.Match.Method, fault.Match.Path),
        fault.Times,
        fault.Status,
        fault.Code,
        fault.Delay == TimeSpan.Zero ? null : XmlConvert.ToString(fault.Delay),
        fault.Drop);
}
