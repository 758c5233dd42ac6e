using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Tests.Platform.Tracking;

public class ParameterValuesTests
{
    /// <summary>Each call of <c>ask(…)</c> asks whether its argument is the handler's callback.</summary>
    [Theory]
    [InlineData("exports.handler = (context, event, callback) => ask(callback);", true)]
    [InlineData("exports.handler = (c, e, done) => ask(done);", true)]
    [InlineData("exports.handler = (context, event, callback) => ask(event);", false)]
    [InlineData("exports.handler = (context, event, callback) => { const end = callback; ask(end); };", true)]
    [InlineData("exports.handler = (context, event, callback) => { let end = callback; end = log; ask(end); };", false)]
    [InlineData("exports.handler = (context, event, callback) => { callback = once(callback); ask(callback); };", false)]
    [InlineData("exports.handler = (context, event, callback) => { load((callback) => ask(callback)); };", false)]
    [InlineData("exports.handler = (context, event, callback) => { load(() => ask(callback)); };", true)]
    [InlineData("exports.handler = (context, event, callback) => reply(1, callback); function reply(value, cb) { ask(cb); }", true)]
    [InlineData("exports.handler = (context, event, callback) => reply(1, callback); function reply(value, cb) { ask(value); }", false)]
    [InlineData("function helper(context, event, callback) { ask(callback); }", false)]
    [InlineData("const handler = (context, event, callback) => ask(callback); module.exports = { handler };", true)]
    [InlineData("exports.handler = wrap((context, event, callback) => ask(callback));", true)]
    [InlineData("exports.handler = (context, event, ...rest) => ask(rest);", false)]
    public void Callback_Expression_IsTheHandlersByWhateverName(string text, bool expected)
    {
        var file = SourceFile.Parse(text);
        var asked = Assert.Single(file.Nodes.Calls, call => call.Callee is Identifier { Name: "ask" });

        Assert.Equal(expected, ParameterValues.Callback(file).Is(asked.Arguments[0]));
    }
}
