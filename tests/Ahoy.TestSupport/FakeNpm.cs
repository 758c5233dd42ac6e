namespace Ahoy.TestSupport;

/// <summary>An npm that does what a test says, and writes down what it was asked for. Not on Windows.</summary>
public sealed class FakeNpm(string folder)
{
    private readonly string _program = Path.Combine(folder, "npm");
    private readonly string _calls = Path.Combine(folder, "calls");

    /// <summary>A PATH with this npm and no other; the shell's programs are on it, dotnet is known by its path.</summary>
    public IReadOnlyDictionary<string, string?> Environment
    {
        get
        {
            var real = System.Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
            var others = real.Where(path => !File.Exists(Path.Combine(path, "npm")));
            return new Dictionary<string, string?> { ["PATH"] = string.Join(Path.PathSeparator, [folder, .. others, Tools()]) };
        }
    }

    /// <summary>The commands that it was run with, in order.</summary>
    public string[] Calls() => File.Exists(_calls) ? File.ReadAllLines(_calls) : [];

    /// <summary>Makes it do something.</summary>
    public void Script(string body)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(_program, $"#!/bin/sh\necho \"$1\" >> '{_calls}'\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Takes it away.</summary>
    public void Remove() => File.Delete(_program);

    // The folder of the real npm may be that of the shell's own programs, too.
    private string Tools()
    {
        var tools = Path.Combine(folder, "tools");
        Directory.CreateDirectory(tools);
        foreach (var name in (string[])["sh", "mkdir", "env", "dotnet", "ldd", "uname"])
        {
            var found = System.Environment.GetEnvironmentVariable("PATH")!
                .Split(Path.PathSeparator).Select(path => Path.Combine(path, name)).FirstOrDefault(File.Exists);
            if (found is not null && !File.Exists(Path.Combine(tools, name)))
            {
                File.CreateSymbolicLink(Path.Combine(tools, name), found);
            }
        }

        return tools;
    }
}
