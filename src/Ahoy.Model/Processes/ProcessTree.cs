using System.Diagnostics;
using System.Reflection;

namespace Ahoy.Model;

/// <summary>Ends a program together with what it started, where the runtime can.</summary>
public static class ProcessTree
{
    // .NET Framework, on which Visual Studio builds, ends the process alone.
    private static readonly MethodInfo? s_killTree = typeof(Process).GetMethod("Kill", [typeof(bool)]);

    /// <summary>Kills a process and its descendants; nothing happens where it has ended already.</summary>
    public static void Kill(Process process)
    {
        try
        {
            if (s_killTree is null)
            {
                process.Kill();
            }
            else
            {
                s_killTree.Invoke(process, [true]);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or TargetInvocationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself meanwhile.
        }
    }
}
