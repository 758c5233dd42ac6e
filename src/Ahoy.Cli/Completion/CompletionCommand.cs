using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Completion;

/// <summary><c>ahoy completion bash|zsh|pwsh</c>: a script that lets the shell complete commands and options.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _ahoy_complete() {
          local IFS=$'\n'
          COMPREPLY=($(ahoy "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
          COMPREPLY=($(compgen -W "${COMPREPLY[*]}" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -F _ahoy_complete ahoy
        """;

    private const string Zsh = """
        #compdef ahoy
        _ahoy() {
          local -a found
          found=("${(@f)$(ahoy "[suggest:${#BUFFER}]" "$BUFFER" 2>/dev/null)}")
          compadd -a found
        }
        compdef _ahoy ahoy
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName ahoy -ScriptBlock {
          param($word, $line, $position)
          ahoy "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new Command("completion", "Writes a script that completes commands and options in a shell.") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Pwsh });
            return ExitCode.Success;
        });
        return command;
    }
}
