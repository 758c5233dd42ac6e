using System.Diagnostics;
using System.Text;

namespace Ahoy.Model;

/// <summary>
/// A configuration that is a program (<c>.js</c>, <c>.cjs</c>): Node evaluates it, in a process with a limit of time and of size.
/// What it prints goes nowhere.
/// </summary>
internal static class ConfigurationScript
{
    private const int MaximumLength = 1024 * 1024;

    // Longer than any configuration needs, and shorter than somebody waits for a build that does nothing.
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(15);

    // What the script or a child of its prints can't be taken for the result: that is a line with a mark that nobody else knows.
    private const string Program = """
        const [file, mark, most] = process.argv.slice(2);
        const fs = require('node:fs');
        const finish = (result) => {
          let line = Buffer.from(`\n${mark}${JSON.stringify(result)}\n`);
          if (line.length > most) {
            line = Buffer.from(`\n${mark}{"error":"it exports more than ${most / 1024} kB","line":0}\n`);
          }

          for (let at = 0; at < line.length;) {
            try {
              at += fs.writeSync(1, line, at);
            } catch (error) {
              if (error.code !== 'EAGAIN') throw error;
              Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
            }
          }
          process.reallyExit(0);
        };
        const lineOf = (error) => {
          for (const text of String(error?.stack ?? '').split('\n')) {
            const at = text.lastIndexOf(file + ':');
            const line = at < 0 ? NaN : parseInt(text.slice(at + file.length + 1), 10);
            if (line > 0) return line;
          }
          return 0;
        };
        const fail = (error) => finish({ error: String(error?.message ?? error).split('\n')[0], line: lineOf(error) });
        process.on('uncaughtException', fail);
        process.on('exit', () => finish({ error: 'it ended its process before it was loaded', line: 0 }));
        process.stdout.write = process.stderr.write.bind(process.stderr);
        (async () => {
          let exported;
          try {
            exported = require(file);
          } catch (error) {
            if (error?.code !== 'ERR_REQUIRE_ESM' && error?.code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error;
            exported = await import(require('node:url').pathToFileURL(file).href);
          }
          exported = await (exported?.default !== undefined && (exported.__esModule || exported[Symbol.toStringTag] === 'Module') ? exported.default : exported);
          finish(typeof exported === 'function' ? { error: 'it exports a function, and an object is expected', line: 0 } : { value: exported });
        })().catch(fail);
        """;

    /// <summary>Evaluates a script.</summary>
    /// <param name="file">The script, absolute.</param>
    /// <returns>What it exports, as JSON has it.</returns>
    /// <exception cref="ToolkitConfigurationException">It throws, does not end, or exports no object; or there is no Node.</exception>
    public static Dictionary<string, object?> Evaluate(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var node = NodeChoice.FindAny(folder) ?? throw new ToolkitConfigurationException(
            file, 0, $"is a program, and Node, which runs it, is not on the PATH: install Node {NodeRuntime.OldestSupportedMajor} or newer, or write the configuration as JSON ('.twilioserverlessrc')");
        var mark = Guid.NewGuid().ToString("N");
        if (Run(node, file, folder, mark) is not { } output)
        {
            throw new ToolkitConfigurationException(file, 0, $"did not end within {s_timeLimit.TotalSeconds:0} s: a configuration must not wait for anything");
        }

        var start = output.LastIndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new ToolkitConfigurationException(file, 0, $"can't be run by '{node}': is it Node?");
        }

        var json = output.Substring(start + mark.Length);
        var result = (Dictionary<string, object?>)Json5Reader.Parse(json)!;
        if (result.TryGetValue("error", out var error))
        {
            throw new ToolkitConfigurationException(file, result["line"] is double line ? (int)line : 0, $"can't be evaluated: {error}");
        }

        return result.TryGetValue("value", out var value) && value is Dictionary<string, object?> values
            ? values
            : throw new ToolkitConfigurationException(file, 0, "exports no object: write module.exports = { … }");
    }

    private static string? Run(string node, string file, string folder, string mark)
    {
        using var process = new Process { StartInfo = StartInfo(node, file, folder, mark) };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ToolkitConfigurationException(file, 0, $"Node can't be started from '{node}': {e.Message}", e);
        }

        try
        {
            process.StandardInput.Write(Program);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is no Node, and has ended: it says nothing that could be taken for a result.
        }

        var output = Task.Run(() => ReadBounded(process.StandardOutput));
        var errors = Task.Run(() => Drain(process.StandardError));
        if (!process.WaitForExit((int)s_timeLimit.TotalMilliseconds))
        {
            ProcessTree.Kill(process);
            return null;
        }

        // A child of the script's may hold the pipe on; what the script itself had to say is in it by now.
        output.Wait(TimeSpan.FromSeconds(1));
        return output.IsCompleted ? output.Result : "";
    }

    // The program comes on standard input, so that no shell's rules for quotes have a say.
    private static ProcessStartInfo StartInfo(string node, string file, string folder, string mark) => new(node, FormattableString.Invariant($"- \"{file}\" {mark} {MaximumLength}"))
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        CreateNoWindow = true,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    };

    private static string ReadBounded(StreamReader reader)
    {
        // The result stands at the end: of what is printed before it, the last is kept.
        var text = new StringBuilder();
        var buffer = new char[8192];
        while (reader.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            text.Append(buffer, 0, count);
            if (text.Length > 2 * MaximumLength)
            {
                text.Remove(0, text.Length - MaximumLength);
            }
        }

        return text.ToString();
    }

    private static void Drain(StreamReader reader)
    {
        var buffer = new char[8192];
        while (reader.Read(buffer, 0, buffer.Length) > 0)
        {
        }
    }
}
