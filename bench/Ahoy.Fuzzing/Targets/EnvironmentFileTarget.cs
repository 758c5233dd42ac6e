using System.Text;
using Ahoy.Fuzzing.Engine;
using Ahoy.Model;

namespace Ahoy.Fuzzing.Targets;

/// <summary>The reader of environment files: it never throws, and what it can't read has its line.</summary>
internal sealed class EnvironmentFileTarget : IFuzzTarget
{
    public string Name => "environment-file";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "ACCOUNT_SID=ACxx\nAUTH_TOKEN=\nexport A = b # comment\n# comment\n",
            "A=\"one\\ntwo\"\r\nB='#'\r\nC=`a\nb`\r\nA=again",
            "\uFEFFNAME=value with blanks   \nno sign\n=x\n9=a\nA='open",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var file = EnvFile.Parse(text);
        var lines = text.Count(c => c is '\n' or '\r') + 1;

        Check.That(file.Errors.All(error => error.Line >= 1 && error.Line <= lines), "an error has a line of the file");
        Check.That(file.Variables.All(variable => variable.Name.Length > 0 && file.GetValue(variable.Name) == variable.Value), "a variable is found by its name");
        Check.That(file.Variables.DistinctBy(variable => variable.Name).Count() == file.Variables.Count, "a name is there once");
    }

    public void Dispose()
    {
    }
}
