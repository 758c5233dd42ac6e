using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary>The attribute <c>loop</c>: how often something is said or played; 0: until somebody ends it.</summary>
internal static class Repeat
{
    /// <summary>Says or plays something as often as <c>loop</c> has it.</summary>
    public static async WorldTask<Nothing> RunAsync(CallMachine machine, TwiMLElement element, Func<WorldTask<WaitEnd>> once)
    {
        var loop = machine.Number(element, "loop", 1, most: 1000);
        if (loop == 0)
        {
            // Only a person ends this, so that no clock skips it.
            await machine.WaitAsync(machine.Interruptible, null, TimerKind.Patience);
            return default;
        }

        for (var i = 0; i < loop && !machine.ShouldStop; i++)
        {
            if (await once() != WaitEnd.Elapsed)
            {
                break;
            }
        }

        return default;
    }
}
