using Ahoy.Analysis.Engine;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Compiled;

/// <summary>Code that nobody has written as it stands there gets no advice on how to write it.</summary>
public class FileShapeTests
{
    private const string Dropped = "fetch(\"https://example.com/log\",{method:\"POST\"})";

    /// <summary>A handler of 1,500 characters that drops promises, with <c>%</c> for what stands between its statements.</summary>
    private static readonly string s_handler =
        "exports.handler=(t,e,n)=>{" + string.Concat(Enumerable.Range(0, 90).Select(i => $"var v{i}=e.a{i}||t.b{i};%")) + Dropped + ";%n(null,v0)};";

    [Fact]
    public void Run_HandlerInOneLine_HasNoAdvice()
    {
        Assert.Empty(Check("functions/notify.js", s_handler.Replace("%", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_SameHandlerInManyLines_HasAdvice()
    {
        Assert.Equal(["AHOY2001"], Check("functions/notify.js", s_handler.Replace("%", "\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_MinifiedFileWithoutHandler_SaysSo()
    {
        var text = s_handler.Replace("%", "", StringComparison.Ordinal).Replace("exports.handler", "exports.other", StringComparison.Ordinal);

        Assert.Equal(["AHOY1001"], Check("functions/notify.js", text));
    }

    [Fact]
    public void Run_MinifiedFileThatIsBroken_SaysSo()
    {
        Assert.Contains("AHOY0001", Check("functions/notify.js", s_handler.Replace("%", "", StringComparison.Ordinal) + "]"));
    }

    [Fact]
    public void Run_MinifiedModule_SaysSo()
    {
        Assert.Contains("AHOY0002", Check("functions/notify.js", s_handler.Replace("%", "", StringComparison.Ordinal).Replace("exports.handler=", "export const handler=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("`{0}`")]
    [InlineData("/{0}/")]
    public void Run_LongLiteral_IsNoMinifiedCode(string literal)
    {
        var text = $"const data = {literal.Replace("{0}", new string('x', 5000), StringComparison.Ordinal)};\n" +
            $"exports.handler = (context, event, callback) => {{\n  {Dropped};\n  callback(null, data);\n}};\n";

        Assert.Equal(["AHOY2001"], Check("functions/notify.js", text));
    }

    [Fact]
    public void Run_HelperOfACompilerInOneLine_IsNoMinifiedCode()
    {
        var helper = "function _helper(t) { " + string.Concat(Enumerable.Range(0, 200).Select(i => $"t.a{i} = t.b{i}; ")) + "return t; }\n";

        Assert.Equal(["AHOY2001"], Check("functions/notify.js", helper + $"exports.handler = (context, event, callback) => {{\n  {Dropped};\n  callback(null, _helper(event));\n}};\n"));
    }

    [Theory]
    [InlineData("(self.webpackChunkpage=self.webpackChunkpage||[]).push([[179],{831:(t,e,n)=>{%}}]);")]
    [InlineData("(()=>{var t={12:(t,e,n)=>{%}},e={};function __webpack_require__(n){return t[n](n)}__webpack_require__(12)})();")]
    [InlineData("(function(){function r(e,n,t){function o(i){var c=\"function\"==typeof require&&require;return c(i)}for(var i=0;i<t.length;i++)o(t[i])}return r})()({1:[function(r,m){%},{}]},{},[1]);")]
    [InlineData("parcelRequire=function(e){e()}(function(){%});")]
    public void Run_BundleForBrowsers_HasNothing(string bundle)
    {
        var text = bundle.Replace("%", $"{Dropped};document.title=\"x\"", StringComparison.Ordinal);

        Assert.Empty(Check("assets/page.private.js", text));
        Assert.Empty(Check("functions/page.js", text));
    }

    /// <summary>A bundle of a Function has the same preamble, and a handler.</summary>
    [Fact]
    public void Run_BundleOfAFunction_IsLookedAt()
    {
        const string Text = """
            /******/ (() => { // webpackBootstrap
            var __webpack_modules__ = ({
              "./src/notify.js": ((module, exports, __webpack_require__) => {
                exports.handler = (context, event, callback) => {
                  fetch(context.URL);
                  callback(null, "ok");
                };
              })
            });
            function __webpack_require__(id) { var module = { exports: {} }; __webpack_modules__[id](module, module.exports, __webpack_require__); return module.exports; }
            var __webpack_exports__ = __webpack_require__("./src/notify.js");
            module.exports = __webpack_exports__;
            })();
            """;

        Assert.Equal(["AHOY2001"], Check("functions/notify.js", Text));
    }

    private static IEnumerable<string> Check(string file, string text)
    {
        var resource = FunctionsProject.ResourceOf(file);
        var context = new FileContext(SourceFile.Parse(text), resource, ProjectSummary.Unknown, TestContext.Current.CancellationToken);
        return RuleEngine.Run(context, FileSeverities.Default).Select(finding => finding.Rule.Id).Distinct();
    }
}
