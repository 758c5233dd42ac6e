using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.World;

/// <summary>Status callbacks of one message, call or conference: one after the other, in the order in which things happened.</summary>
internal sealed class CallbackQueue
{
    private readonly TwilioWorld _world;
    private readonly Queue<Callback> _waiting = new();
    private bool _isSending;

    /// <param name="world">Where they go out.</param>
    public CallbackQueue(TwilioWorld world) => _world = world;

    /// <summary>Sends a callback when those before it have been answered.</summary>
    public void Add(Callback callback)
    {
        _waiting.Enqueue(callback);
        if (!_isSending)
        {
            _isSending = true;
            _world.Start(SendAsync());
        }
    }

    private async WorldTask<Nothing> SendAsync()
    {
        while (_waiting.TryDequeue(out var callback))
        {
            var response = await _world.RequestAsync(callback.Activity, callback.Method, callback.Url, callback.Parameters, jar: null);
            if (!response.IsSuccess)
            {
                _world.RaiseAlert(AlertCodes.Of(response), AlertCodes.Describe(response, callback.Url), callback.Url, callback.Sid);
            }
        }

        _isSending = false;
        return default;
    }
}

/// <summary>One status callback.</summary>
/// <param name="Activity">What it belongs to.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Parameters">What it says.</param>
/// <param name="Sid">The message or call that it is about.</param>
internal sealed record Callback(Activity? Activity, string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Sid);
