using Ahoy.JavaScript.Parsing;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.JavaScript.Tests.Parsing;

/// <summary>For each code of an error a source that has it, alone, at the marked span.</summary>
public sealed class SyntaxErrorTests
{
    public static TheoryData<SyntaxErrorCode, string> Scripts => new()
    {
        { SyntaxErrorCode.InvalidCharacter, "a = [|@|];" },
        { SyntaxErrorCode.UnterminatedString, "a = [|'b;|]\nc();" },
        { SyntaxErrorCode.UnterminatedTemplate, "a = [|`|]b;\nc();" },
        { SyntaxErrorCode.UnterminatedComment, "a();\n[|/*|] b\nc();" },
        { SyntaxErrorCode.UnterminatedRegExp, "a = [|/b;|]\nc();" },
        { SyntaxErrorCode.InvalidRegExp, "a = /b[|(|]/;" },
        { SyntaxErrorCode.InvalidEscape, @"a = `[|\1|]`;" },
        { SyntaxErrorCode.InvalidEscapeInName, @"a = b[|\u0020|];" },
        { SyntaxErrorCode.MisplacedNumericSeparator, "a = 1[|_|];" },
        { SyntaxErrorCode.ExpectedDigits, "a = [|0x|];" },
        { SyntaxErrorCode.NameAfterNumber, "a = 3[|i|]n b;" },
        { SyntaxErrorCode.OctalInStrict, "'use strict'; a = [|01|]0;" },
        { SyntaxErrorCode.ExpectedToken, "if (a [|{|] b(); }" },
        { SyntaxErrorCode.Unclosed, "if (a) [|{|] b();" },
        { SyntaxErrorCode.ExpectedSemicolon, "a = 1 [|b|] = 2;" },
        { SyntaxErrorCode.ExpectedExpression, "a = [|;|]" },
        { SyntaxErrorCode.ExpectedStatement, "a();\n[|)|]\nb();" },
        { SyntaxErrorCode.ExpectedName, "var a, [|;|]" },
        { SyntaxErrorCode.ExpectedPropertyName, "a.[|;|]" },
        { SyntaxErrorCode.ExpectedClassMember, "class A { [|=|] }" },
        { SyntaxErrorCode.ExpectedCase, "switch (a) { [|b|] }" },
        { SyntaxErrorCode.ExpectedCatchOrFinally, "try { }\n[|a|]();" },
        { SyntaxErrorCode.ExpectedExpressionAfterComma, "(a[|,|]);" },
        { SyntaxErrorCode.EmptyParentheses, "a = [|()|];" },
        { SyntaxErrorCode.SpreadInParentheses, "a = ([|...|]b);" },
        { SyntaxErrorCode.NewLineAfterThrow, "function f() { [|throw|]\na; }" },
        { SyntaxErrorCode.NewLineBeforeArrow, "a = (b)\n[|=>|] b;" },
        { SyntaxErrorCode.DeclarationNeedsBlock, "if (a) [|const|] b = 1;" },
        { SyntaxErrorCode.SecondDefault, "switch (a) { default: [|default|]: }" },
        { SyntaxErrorCode.AlreadyDeclared, "let a; { var [|a|]; }" },
        { SyntaxErrorCode.DuplicateParameter, "a = (b, [|b|]) => 1;" },
        { SyntaxErrorCode.ReservedWord, "function* f() { var [|yield|]; }" },
        { SyntaxErrorCode.ReservedInStrict, "'use strict'; [|static|] = 1;" },
        { SyntaxErrorCode.EscapedKeyword, @"[|\u0069f|] = 1;" },
        { SyntaxErrorCode.EvalOrArgumentsInStrict, "'use strict'; [|eval|] = 1;" },
        { SyntaxErrorCode.LetAsLexicalName, "const [|let|] = 1;" },
        { SyntaxErrorCode.ArgumentsInInitializer, "class A { b = [|arguments|]; }" },
        { SyntaxErrorCode.LabelAlreadyDeclared, "a: [|a|]: b();" },
        { SyntaxErrorCode.UndefinedLabel, "while (a) break [|b|];" },
        { SyntaxErrorCode.UndeclaredPrivateName, "a.[|#b|];" },
        { SyntaxErrorCode.AwaitOutsideAsync, "function f() { [|await|] a(); }" },
        { SyntaxErrorCode.ReturnOutsideFunction, "[|return|];" },
        { SyntaxErrorCode.BreakOutsideLoop, "[|break|];" },
        { SyntaxErrorCode.ContinueOutsideLoop, "switch (a) { case 1: [|continue|]; }" },
        { SyntaxErrorCode.ContinueToNonLoop, "a: { while (b) continue [|a|]; }" },
        { SyntaxErrorCode.NewTargetOutsideFunction, "[|new.target|];" },
        { SyntaxErrorCode.SuperOutsideMethod, "function f() { [|super|].a; }" },
        { SyntaxErrorCode.SuperCallOutsideConstructor, "class A { constructor() { [|super|](); } }" },
        { SyntaxErrorCode.SuperAlone, "class A { b() { [|super|]; } }" },
        { SyntaxErrorCode.WithInStrict, "'use strict'; [|with|] (a) b;" },
        { SyntaxErrorCode.YieldInParameters, "function* f(a = [|yield|]) { }" },
        { SyntaxErrorCode.AwaitInParameters, "async function f(a = [|await|] b) { }" },
        { SyntaxErrorCode.UseStrictWithPatterns, "function f(a = 1) { [|'use strict'|]; }" },
        { SyntaxErrorCode.ModuleSyntaxInScript, "[|import|] a from 'b';" },
        { SyntaxErrorCode.ImportMetaOutsideModule, "[|import.meta|];" },
        { SyntaxErrorCode.InvalidAssignmentTarget, "[|a()|] = 1;" },
        { SyntaxErrorCode.InvalidParameter, "a = ([|b.c|]) => 1;" },
        { SyntaxErrorCode.ParenthesizedPattern, "a = (([|b|])) => 1;" },
        { SyntaxErrorCode.RestNotLast, "var [...a[|,|] b] = c;" },
        { SyntaxErrorCode.RestWithDefault, "[...[|a = 1|]] = b;" },
        { SyntaxErrorCode.ObjectRestNeedsName, "({ ...[|{ a }|] } = b);" },
        { SyntaxErrorCode.ShorthandDefaultInExpression, "a = { b [|=|] 1 };" },
        { SyntaxErrorCode.SecondProto, "a = { __proto__: b, [|__proto__|]: c };" },
        { SyntaxErrorCode.CoalesceMixed, "a = b ?? c [||||] d;" },
        { SyntaxErrorCode.UnaryBeforePower, "a = [|-b|] ** 2;" },
        { SyntaxErrorCode.DeleteOfNameInStrict, "'use strict'; [|delete a|];" },
        { SyntaxErrorCode.DeleteOfPrivateName, "class A { #b; c() { [|delete this.#b|]; } }" },
        { SyntaxErrorCode.PrivateNameOutsideIn, "class A { #b; c() { return [|#b|]; } }" },
        { SyntaxErrorCode.PrivateNameOnSuper, "class A { #b; c() { super.[|#b|]; } }" },
        { SyntaxErrorCode.PrivateNameInObject, "class A { #b; c() { return { [|#b|]: 1 }; } }" },
        { SyntaxErrorCode.TemplateInOptionalChain, "a?.b[|`c`|];" },
        { SyntaxErrorCode.OptionalChainInNew, "new a[|?.|]b();" },
        { SyntaxErrorCode.OptionalChainOnSuper, "class A { b() { super[|?.|]c; } }" },
        { SyntaxErrorCode.InvalidConstructor, "new [|import|]('a');" },
        { SyntaxErrorCode.ConstNeedsInitializer, "const [|a|];" },
        { SyntaxErrorCode.PatternNeedsInitializer, "let [|{ a }|];" },
        { SyntaxErrorCode.ForInOfNeedsOneBinding, "for ([|let a, b|] of c) ;" },
        { SyntaxErrorCode.ForInOfInitializer, "for (let a = [|1|] of c) ;" },
        { SyntaxErrorCode.ForOfStartsWithLet, "for ([|let.a|] of b) ;" },
        { SyntaxErrorCode.ForOfStartsWithAsync, "for ([|async|] of a) ;" },
        { SyntaxErrorCode.GetterWithParameters, "a = { get b[|(c)|] { } };" },
        { SyntaxErrorCode.SetterNeedsOneParameter, "a = { set b[|()|] { } };" },
        { SyntaxErrorCode.SecondConstructor, "class A { constructor() { } [|constructor|]() { } }" },
        { SyntaxErrorCode.SpecialConstructor, "class A { get [|constructor|]() { } }" },
        { SyntaxErrorCode.PrivateConstructor, "class A { [|#constructor|]() { } }" },
        { SyntaxErrorCode.StaticPrototype, "class A { static [|prototype|]() { } }" },
        { SyntaxErrorCode.FieldName, "class A { [|constructor|] = 1; }" },
    };

    public static TheoryData<SyntaxErrorCode, string> Modules => new()
    {
        { SyntaxErrorCode.ExpectedImport, "import [|1|];" },
        { SyntaxErrorCode.ExpectedExport, "export [|a|];" },
        { SyntaxErrorCode.ModuleSyntaxNotAtTop, "{ [|export|] const a = 1; }" },
        { SyntaxErrorCode.ImportNeedsName, "import { [|if|] } from 'a';" },
        { SyntaxErrorCode.DuplicateExport, "export const a = 1; export { a as b, a as [|b|] };" },
        { SyntaxErrorCode.UndeclaredExport, "export { [|a|] };" },
        { SyntaxErrorCode.ExportOfString, "export { [|'a'|] as b };" },
        { SyntaxErrorCode.ModuleNameNotWellFormed, @"export { [|'\ud800'|] } from 'a';" },
        { SyntaxErrorCode.DuplicateAttribute, "import 'a' with { b: 'c', [|b|]: 'd' };" },
        { SyntaxErrorCode.AwaitOutsideAsync, "function f() { [|await|] (a); }" },
        { SyntaxErrorCode.ReservedWord, "var [|await|];" },
    };

    public static TheoryData<SyntaxErrorCode, string> CommonJs => new()
    {
        { SyntaxErrorCode.ModuleVariable, "const { [|require|] } = a;" },
        { SyntaxErrorCode.ModuleVariable, "function require() { } class [|exports|] { } var module, __filename; { let __dirname; }" },
    };

    public static TheoryData<SyntaxErrorCode, string> TypeScript => new()
    {
        { SyntaxErrorCode.ExpectedType, "let a: [|=|] b;" },
        { SyntaxErrorCode.ExpectedArrow, "(a: b)[|;|]" },
    };

    [Theory]
    [MemberData(nameof(TypeScript))]
    public void Parse_WrongTypeScript_HasTheErrorAtTheSpan(SyntaxErrorCode code, string marked) =>
        AssertError(code, marked, SourceType.CommonJs, SourceLanguage.TypeScript);

    [Theory]
    [MemberData(nameof(CommonJs))]
    public void Parse_WrongCommonJs_HasTheErrorAtTheSpan(SyntaxErrorCode code, string marked) => AssertError(code, marked, SourceType.CommonJs);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Parse_WrongScript_HasTheErrorAtTheSpan(SyntaxErrorCode code, string marked) => AssertError(code, marked, SourceType.Script);

    [Theory]
    [MemberData(nameof(Modules))]
    public void Parse_WrongModule_HasTheErrorAtTheSpan(SyntaxErrorCode code, string marked) => AssertError(code, marked, SourceType.Module);

    [Fact]
    public void SyntaxErrorCode_EachValue_HasAnExample()
    {
        // Two that need more than a line: DeepSourceTests and the fuzzer's texts have them.
        SyntaxErrorCode[] elsewhere = [SyntaxErrorCode.NestedTooDeep, SyntaxErrorCode.UnexpectedToken];

        var shown = Scripts.Concat(Modules).Concat(CommonJs).Concat(TypeScript).Select(row => row.Data.Item1).Concat(elsewhere);

        Assert.Equal(Enum.GetValues<SyntaxErrorCode>().Order(), shown.Distinct().Order());
    }

    [Theory]
    [InlineData("a = 1 b", "Expected a semicolon or a new line, but found 'b'.")]
    [InlineData("f(a", "The file ends before this is closed: expected ')' to close the arguments.")]
    [InlineData("f(a; b", "Expected ',' or ')' in the arguments, but found ';'.")]
    [InlineData("if a) b", "Expected '(' before the condition of this 'if', but found 'a'.")]
    [InlineData("let a; let a;", "'a' is declared already in this scope.")]
    [InlineData("x = {a = 1}", "Expected ':' and a value: '=' is allowed only in destructuring patterns.")]
    [InlineData("x = 'a", "This string is not closed: expected its quote again before the end of the line.")]
    public void Message_ForPeople_SaysWhatWasExpected(string source, string message) =>
        Assert.Equal(message, JavaScriptParser.Parse(source).Errors[0].Message);

    [Fact]
    public void Errors_AreInTheOrderOfTheSource()
    {
        var errors = JavaScriptParser.Parse("let a; f(;\nlet a; g(;\nlet a; { var a }").Errors;

        Assert.Equal(errors.OrderBy(error => error.Start), errors);
        Assert.Equal(5, errors.Count);
    }

    private static void AssertError(SyntaxErrorCode code, string marked, SourceType type, SourceLanguage language = SourceLanguage.JavaScript)
    {
        var source = MarkedSource.Parse(marked);
        var span = Assert.Single(source.Spans);

        var errors = JavaScriptParser.Parse(source.Text, new ParseOptions { SourceType = type, Language = language }).Errors;

        var error = Assert.Single(errors);
        Assert.Equal((code, span.Start, span.End), (error.Code, error.Start, error.End));
    }
}
