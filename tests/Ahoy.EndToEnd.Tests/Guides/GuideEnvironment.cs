using System.Collections;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>The environment of somebody who has just installed .NET, Node and Ahoy, and nothing else.</summary>
internal static class GuideEnvironment
{
    /// <summary>Variables for commands, with a home and an <c>ahoy</c> of their own.</summary>
    public static Dictionary<string, string?> Of(TempFolder home, SdkPackage package)
    {
        var environment = Dotnet.Clean(package.Environment());
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key))
        {
            if (name.StartsWith("TWILIO_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("AHOY_", StringComparison.OrdinalIgnoreCase))
            {
                environment[name] = null;
            }
        }

        // What npm knows of registries and keeps of packages stays the machine's.
        var realHome = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        environment["npm_config_cache"] = Path.Combine(realHome, ".npm");
        environment["npm_config_userconfig"] = Path.Combine(realHome, ".npmrc");
        environment["npm_config_update_notifier"] = "false";
        // Short commands gain nothing from what the JIT would learn of them.
        environment["DOTNET_TieredPGO"] = "0";
        environment["HOME"] = home.Combine("home");
        Directory.CreateDirectory(home.Combine("home"));

        var dll = Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll");
        var program = home.Write("bin/ahoy", $"#!/bin/sh\nexec '{Dotnet.Program}' exec '{dll}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        environment["PATH"] = $"{home.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        return environment;
    }
}
