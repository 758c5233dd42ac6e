using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ahoy.Api;
using Ahoy.Deploy.Credentials;
using Polly;
using Polly.Retry;

namespace Ahoy.Deploy.Http;

/// <summary>Sends requests to a Serverless API: authenticated, no more at once than it bears, and again where it failed for the moment.</summary>
internal sealed class ApiConnection : IDisposable
{
    private static readonly ResiliencePropertyKey<long> s_start = new("start");
    private static readonly TimeSpan s_lookForHost = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http;
    private readonly ApiAddress _address;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly AdaptiveConcurrency _concurrency;
    private readonly RetryOptions _retry;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _pipeline;
    private readonly Lock _hostLock = new();
    private bool _hasAnswered;
    private long? _goneSince;

    public ApiConnection(
        ApiAddress address, ApiCredentials credentials, RetryOptions retry, AdaptiveConcurrency concurrency, HttpMessageHandler handler, TimeProvider time)
    {
        _address = address;
        _retry = retry;
        _concurrency = concurrency;
        _time = time;
        _authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.UserName}:{credentials.Password}")));

        // The time limit is each try's own.
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"ahoy/{typeof(ApiConnection).Assembly.GetName().Version?.ToString(3)}");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, retry.Limit),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = retry.FirstDelay,
                MaxDelay = retry.LongestDelay,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is TransientApiException e && MayTryAgain(e, arguments)),
                DelayGenerator = arguments => ValueTask.FromResult(DelayAfter(arguments.Outcome.Exception as TransientApiException, arguments.AttemptNumber)),
            })
            .Build();
    }

    /// <summary>Raised once each time that a host on this machine, which has answered, is gone; with how long it is waited for.</summary>
    public event Action<string, TimeSpan>? HostLost;

    /// <summary>The port of the host's gateway, as its last answer said; null for Twilio.</summary>
    public int? GatewayPort { get; private set; }

    /// <summary>Sends a request that does no harm when it arrives twice.</summary>
    /// <exception cref="ServerlessApiException">The API refused it, or could not be reached within the budget.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        RetryAsync((_, token) => TryAsync(request, (root) => Parse(root, request, type), token), cancellationToken);

    /// <summary>Gets a page of a list.</summary>
    /// <exception cref="ServerlessApiException">The API refused it, or could not be reached within the budget.</exception>
    public Task<ResourcePage<T>> GetPageAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(path);
        return RetryAsync((_, token) => TryAsync(request, root => PageJson.Read(root, type), token), cancellationToken);
    }

    /// <summary>
    /// Sends a request that must not take effect twice: before a further try it looks whether an earlier one took effect, though its
    /// answer got lost.
    /// </summary>
    /// <exception cref="ServerlessApiException">The API refused it, or could not be reached within the budget.</exception>
    public Task<T> CreateAsync<T>(
        ApiRequest request, JsonTypeInfo<T> type, Func<CancellationToken, Task<T?>> find, CancellationToken cancellationToken)
        where T : class
    {
        var mayHaveHappened = false;
        return RetryAsync(
            async (_, token) =>
            {
                if (mayHaveHappened && await find(token) is { } made)
                {
                    return made;
                }

                try
                {
                    return await TryAsync(request, root => Parse(root, request, type), token);
                }
                catch (TransientApiException e)
                {
                    mayHaveHappened |= e.MayHaveHappened;
                    throw;
                }
            },
            cancellationToken);
    }

    /// <summary>Deletes something; that it is gone already is as good.</summary>
    /// <exception cref="ServerlessApiException">The API refused it, or could not be reached within the budget.</exception>
    public Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Delete(path);
        return RetryAsync(
            async (_, token) =>
            {
                try
                {
                    return await TryAsync(request, _ => true, token);
                }
                catch (ServerlessApiException e) when (e.Status == HttpStatusCode.NotFound)
                {
                    return true;
                }
            },
            cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static T Parse<T>(JsonElement root, ApiRequest request, JsonTypeInfo<T> type) =>
        root.Deserialize(type) ?? throw new JsonException($"The answer to {request.Method} {request.Path} is empty.");

    private async Task<T> RetryAsync<T>(Func<ResilienceContext, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(s_start, _time.GetTimestamp());
        try
        {
            return await _pipeline.ExecuteAsync(async c => await send(c, c.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool MayTryAgain(TransientApiException exception, RetryPredicateArguments<object> arguments)
    {
        if (_retry.Limit == 0)
        {
            return false;
        }

        if (IsOfALostHost(exception))
        {
            return _time.GetElapsedTime(LostSince()) < _retry.ReturnBudget;
        }

        return arguments.Context.Properties.TryGetValue(s_start, out var start)
            && _time.GetElapsedTime(start) + (exception.RetryAfter ?? TimeSpan.Zero) < BudgetOf(exception);
    }

    // Nobody listens where somebody did: a host that takes its time, or breaks a connection, is not gone.
    private bool IsOfALostHost(TransientApiException exception) =>
        _address.Api.IsLoopback && _hasAnswered && exception is { Status: null, MayHaveHappened: false };

    private long LostSince()
    {
        long since;
        lock (_hostLock)
        {
            if (_goneSince is { } known)
            {
                return known;
            }

            _goneSince = since = _time.GetTimestamp();
        }

        HostLost?.Invoke(_address.Api.Authority, _retry.ReturnBudget);
        return since;
    }

    private void NoteAnswer()
    {
        lock (_hostLock)
        {
            _hasAnswered = true;
            _goneSince = null;
        }
    }

    // The usual pauses grow beyond what such a host is given.
    private TimeSpan? DelayAfter(TransientApiException? exception, int attempt) =>
        attempt > 1 && exception is not null && IsOfALostHost(exception) ? s_lookForHost : exception?.RetryAfter;

    private TimeSpan BudgetOf(TransientApiException exception) =>
        _address.Api.IsLoopback && !_hasAnswered && exception is { Status: null, MayHaveHappened: false } ? _retry.StartBudget : _retry.Budget;

    private async Task<T> TryAsync<T>(ApiRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        await _concurrency.EnterAsync(cancellationToken);
        var throttled = false;
        try
        {
            using var time = new CancellationTokenSource(request.IsUpload ? _retry.UploadTimeout : _retry.Timeout, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
            try
            {
                using var message = new HttpRequestMessage(
                    request.Method, new Uri(request.IsUpload ? _address.Upload : _address.Api, request.Path))
                {
                    Content = request.Content?.Invoke(),
                };
                message.Headers.Authorization = _authorization;
                using var response = await _http.SendAsync(message, both.Token);
                NoteAnswer();
                NoteGateway(response);
                throttled = response.StatusCode == HttpStatusCode.TooManyRequests;
                var body = await response.Content.ReadAsByteArrayAsync(both.Token);
                return Read(request, message, response, body, read);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException)
            {
                throw Unreachable(request, e);
            }
        }
        finally
        {
            _concurrency.Exit(throttled);
        }
    }

    private T Read<T>(ApiRequest request, HttpRequestMessage message, HttpResponseMessage response, byte[] body, Func<JsonElement, T> read)
    {
        var name = $"{message.Method} {message.RequestUri!.AbsolutePath}";
        if (!response.IsSuccessStatusCode)
        {
            throw ApiFailure.Of(name, response, body, _time.GetUtcNow());
        }

        try
        {
            using var json = JsonDocument.Parse(body.Length == 0 ? "null"u8.ToArray() : body);
            return read(json.RootElement);
        }
        catch (JsonException e)
        {
            // A proxy's page, or an answer that was cut short.
            throw new TransientApiException(
                name, response.StatusCode, null, $"{name}: the answer can't be read: {e.Message}", null, null, mayHaveHappened: true, e);
        }
    }

    private void NoteGateway(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues(GatewayHeader.Name, out var values)
            && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            GatewayPort = port;
        }
    }

    private TransientApiException Unreachable(ApiRequest request, Exception exception)
    {
        var host = (request.IsUpload ? _address.Upload : _address.Api).Authority;
        var notSent = exception is HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound } };
        var reason = exception is OperationCanceledException
            ? "it did not answer in time"
            : exception.InnerException is SocketException socket ? socket.Message : exception.Message;
        return new TransientApiException(
            $"{request.Method} /v1/{request.Path.Split('?')[0]}", null, null, $"{host} can't be reached: {reason}", null, null, !notSent, exception);
    }
}
