using System.Text;
using Ahoy.Fuzzing.Engine;
using Ahoy.Model;

namespace Ahoy.Fuzzing.Targets;

/// <summary>The reader of <c>.twilioserverlessrc</c>: a value, or the line where it is wrong.</summary>
internal sealed class ToolkitConfigurationTarget : IFuzzTarget
{
    public string Name => "toolkit-configuration";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "{ // comment\n commands: { start: { port: 3001, inspect: '', }, deploy: { production: true } }, environments: { dev: { env: '.env.dev' } }, }",
            "{\"projects\":{\"AC0\":{\"serviceSid\":\"ZS0\"}},'a\\\nb':[+1,-.5e3,0xFF,Infinity,NaN,null,false]}",
            "/* */ [\"\\u0041\\x41\\v\\0\", 'it\\'s']",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        try
        {
            Json5Reader.Parse(text);
        }
        catch (Json5Exception e)
        {
            Check.That(e.Line >= 1 && e.Line <= text.Split('\n', '\r', '\u2028', '\u2029').Length, "an error has a line of the file");
            Check.That(e.Message.Length > 0, "an error says what is wrong");
        }
    }

    public void Dispose()
    {
    }
}
