using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Gateway;

/// <summary>
/// Has compiled what the first request needs, while the host waits for its first worker: a request that nobody sees goes through the
/// server, and what only the call of a Function takes is compiled without being run.
/// </summary>
internal static class GatewayWarmUp
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private const string OnlyCompiles = "A program that is compiled ahead of time has nothing left to compile, and does not come here.";

    private static readonly Type[] s_wayOfACall =
    [
        typeof(FunctionStep), typeof(ConcurrencyLimit), typeof(InvocationEncoder), typeof(Invocation), typeof(ByteBuffer),
        typeof(WorkerPool), typeof(PoolState), typeof(PoolActions), typeof(PoolAction), typeof(List<PoolAction>), typeof(PoolWorker), typeof(ConnectedWorker),
        typeof(WorkerSetup), typeof(WorkerReserve), typeof(Worker), typeof(WorkerChannel),
        typeof(ReplyWriter), typeof(ReplyReader), typeof(ReplyHeaders),
    ];

    /// <summary>The target of the request that nobody sees.</summary>
    public static string Target { get; } = "/" + Guid.NewGuid().ToString("N");

    /// <summary>Runs it. What goes wrong with it is no matter: the first request is slower, and no more than that.</summary>
    /// <param name="port">The port of the gateway at the loopback address.</param>
    public static async Task RunAsync(int port)
    {
        await SendAsync(port).ConfigureAwait(false);
        if (RuntimeFeature.IsDynamicCodeCompiled)
        {
            PrepareWayOfACall();
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2065", Justification = OnlyCompiles)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = OnlyCompiles)]
    private static void PrepareWayOfACall()
    {
        foreach (var type in s_wayOfACall)
        {
            Prepare(type);
            foreach (var nested in type.GetNestedTypes(BindingFlags.NonPublic))
            {
                Prepare(nested);
            }
        }
    }

    private static async Task SendAsync(int port)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port).ConfigureAwait(false);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {Target} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n")).ConfigureAwait(false);
            await socket.ReceiveAsync(new byte[1024]).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // The host stops already.
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = OnlyCompiles)]
    private static void Prepare(Type type)
    {
        if (type.ContainsGenericParameters)
        {
            return;
        }

        foreach (var method in type.GetMembers(Declared).OfType<MethodBase>())
        {
            if (!method.IsAbstract && !method.ContainsGenericParameters)
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
        }
    }
}
