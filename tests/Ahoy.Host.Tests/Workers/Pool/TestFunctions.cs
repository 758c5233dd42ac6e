using System.Globalization;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>A served Environment of Functions that exist by name only: <c>/0</c>, <c>/1</c> and so on.</summary>
internal sealed class TestFunctions
{
    private readonly FunctionTarget[] _functions;

    public TestFunctions(params int[] names)
    {
        var build = new Build("test", "node22", [], names.Select(Describe));
        Served = new ServedEnvironment
        {
            EnvironmentKey = "environment",
            ServiceKey = "service",
            Build = build,
            CodeVersion = string.Join(',', names),
            FindFile = resource => resource.Path,
            WorkingFolder = "/",
            DomainName = "localhost",
        };
        Setup = new WorkerSetup(Served, "/modules");
        _functions = [.. build.Resources.Select((resource, index) => new FunctionTarget(Served, resource, index))];
    }

    public ServedEnvironment Served { get; }

    public WorkerSetup Setup { get; }

    public FunctionTarget this[int index] => _functions[index % _functions.Length];

    /// <summary>A call of a Function, with the part of its frame that the pool writes into.</summary>
    public Invocation Invoke(int index = 0)
    {
        var invocation = new Invocation();
        invocation.Begin(this[index], new RequestSid());
        invocation.Request.Write(WorkerFrames.Create(WorkerFrames.ToWorker.Invoke, new byte[14]));
        return invocation;
    }

    private static Resource Describe(int name) => new(
        ResourceKind.Function, string.Create(CultureInfo.InvariantCulture, $"/{name}"), Visibility.Public, $"functions/{name}.js", 1, "text/javascript", "0");
}
