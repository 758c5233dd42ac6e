using Ahoy.Host.Logs;
using Ahoy.Host.Telemetry;
using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>Runs a Function and answers with what it gave. Page: Function Execution.</summary>
internal sealed class FunctionStep
{
    private readonly ReplyWriter _replies;
    private readonly TimeProvider _time;

    public FunctionStep(ReplyWriter replies, TimeProvider time)
    {
        _replies = replies;
        _time = time;
    }

    public async ValueTask RunAsync(GatewayRequest request)
    {
        var limit = request.Running!.Limit;
        if (!limit.TryEnter())
        {
            HostTelemetry.Refused.Add(1);
            TextResponse.Write(request,
                StatusCodes.Status429TooManyRequests,
                $"Too many requests: {PlatformLimits.ConcurrentInvocations} invocations of this Service are under way, which is the limit.");
            return;
        }

        var activity = RequestTrace.BeginInvocation(request.Route!.Resource.Path, request.Sid);
        InvocationOutcome outcome;
        var invocation = request.Invocation;
        try
        {
            invocation.Begin(request.Route!.Function!, request.Sid);
            invocation.Trace = (activity ?? request.Activity)?.Context ?? default;
            InvocationEncoder.Encode(request, invocation.Request, (activity ?? request.Activity)?.Id);
            request.Running.Pool.Submit(invocation);
            outcome = await invocation.Completion.ConfigureAwait(false);
        }
        finally
        {
            // Before the answer is written: who has it can send the next request, which must find the place free.
            limit.Leave();
        }

        var waited = Measure(request, invocation);
        Answer(request, invocation, outcome);
        if (activity is not null)
        {
            RequestTrace.EndInvocation(activity, invocation.RunTime, waited, request.Http.Response.StatusCode);
        }
    }

    private void Answer(GatewayRequest request, Invocation invocation, InvocationOutcome outcome)
    {
        if (outcome == InvocationOutcome.Replied)
        {
            _replies.Write(request, invocation.Reply.Memory);
            return;
        }

        var (status, text) = outcome switch
        {
            InvocationOutcome.TimedOut => (StatusCodes.Status504GatewayTimeout, invocation.Failure!),
            InvocationOutcome.FunctionGone => (StatusCodes.Status404NotFound, "There is no Function or Asset at this path any more."),
            InvocationOutcome.NoWorker => (StatusCodes.Status503ServiceUnavailable, invocation.Failure!),
            _ => (StatusCodes.Status500InternalServerError, invocation.Failure!),
        };
        if (status >= StatusCodes.Status500InternalServerError)
        {
            request.ErrorCode = ErrorCodes.FunctionFailed;
            _replies.LogFailure(request, text);
        }

        TextResponse.Write(request, status, text);
    }

    // How long it took beside the time that the Function ran, in milliseconds.
    private double Measure(GatewayRequest request, Invocation invocation)
    {
        if (!HostTelemetry.Invocations.Enabled && request.Activity is null)
        {
            return 0;
        }

        var path = new KeyValuePair<string, object?>("ahoy.function", request.Route!.Resource.Path);
        var waited = (_time.GetElapsedTime(invocation.SubmittedAt) - invocation.RunTime).TotalMilliseconds;
        HostTelemetry.Invocations.Record(invocation.RunTime.TotalMilliseconds, path);
        HostTelemetry.Waiting.Record(waited, path);
        return waited;
    }
}
