using System.Globalization;

namespace Ahoy.JavaScript;

/// <summary>The words of the errors, all in one place. <c>{0}</c> is a detail, <c>{1}</c> what was found instead, or another.</summary>
internal static class ErrorMessages
{
    public static string Format(SyntaxErrorCode code, string? first, string? second)
    {
        var template = TemplateOf(code);
        return template.IndexOf('{') < 0 ? template : string.Format(CultureInfo.InvariantCulture, template, first, second);
    }

    private static string TemplateOf(SyntaxErrorCode code) => code switch
    {
        SyntaxErrorCode.InvalidCharacter =>
            "This character has no meaning here; an expression or a statement was expected.",
        SyntaxErrorCode.UnterminatedString =>
            "This string is not closed: expected its quote again before the end of the line.",
        SyntaxErrorCode.UnterminatedTemplate =>
            "This template is not closed: expected a backtick (`).",
        SyntaxErrorCode.UnterminatedComment =>
            "This comment is not closed: expected '*/'.",
        SyntaxErrorCode.UnterminatedRegExp =>
            "This regular expression is not closed: expected '/' before the end of the line.",
        SyntaxErrorCode.InvalidRegExp =>
            "This regular expression is not valid: {0}.",
        SyntaxErrorCode.InvalidEscape =>
            "This escape sequence is not valid: expected two hexadecimal digits after '\\x', four after '\\u', or a code point in braces; digits have no escapes in templates.",
        SyntaxErrorCode.InvalidEscapeInName =>
            "A name can hold only the escapes '\\uXXXX' and '\\u{{…}}' of characters that it could hold themselves.",
        SyntaxErrorCode.MisplacedNumericSeparator =>
            "An underscore in a number must stand between two digits.",
        SyntaxErrorCode.ExpectedDigits =>
            "Expected digits here.",
        SyntaxErrorCode.NameAfterNumber =>
            "Expected a space or an operator between the number and what follows.",
        SyntaxErrorCode.OctalInStrict =>
            "Numbers and escapes with a leading zero are not allowed in strict code: write '0o…' for an octal number, '\\x…' for a character.",
        SyntaxErrorCode.ExpectedToken =>
            "Expected {0}, but found {1}.",
        SyntaxErrorCode.Unclosed =>
            "The file ends before this is closed: expected '{0}' {1}.",
        SyntaxErrorCode.ExpectedSemicolon =>
            "Expected a semicolon or a new line, but found {1}.",
        SyntaxErrorCode.ExpectedExpression =>
            "Expected an expression, but found {1}.",
        SyntaxErrorCode.ExpectedStatement =>
            "Expected a statement, but found {1}.",
        SyntaxErrorCode.UnexpectedToken =>
            "{1} was not expected here.",
        SyntaxErrorCode.ExpectedName =>
            "Expected a name, but found {1}.",
        SyntaxErrorCode.ExpectedPropertyName =>
            "Expected the name of a property, but found {1}.",
        SyntaxErrorCode.ExpectedClassMember =>
            "Expected a method or a field, but found {1}.",
        SyntaxErrorCode.ExpectedCase =>
            "Expected 'case', 'default' or '}}' in this 'switch', but found {1}.",
        SyntaxErrorCode.ExpectedCatchOrFinally =>
            "Expected 'catch' or 'finally' after the block of this 'try', but found {1}.",
        SyntaxErrorCode.ExpectedImport =>
            "Expected a name, '*', '{{' or the name of a module in quotes, but found {1}.",
        SyntaxErrorCode.ExpectedExport =>
            "Expected a declaration, 'default', '*' or '{{' after 'export', but found {1}.",
        SyntaxErrorCode.ExpectedExpressionAfterComma =>
            "Expected an expression after this comma.",
        SyntaxErrorCode.EmptyParentheses =>
            "Expected an expression in these parentheses, or '=>' after them.",
        SyntaxErrorCode.SpreadInParentheses =>
            "'...' is allowed here only in the parameters of an arrow function: expected '=>' after the parentheses.",
        SyntaxErrorCode.NestedTooDeep =>
            "The code is nested too deep: nothing after this is read. The limit is 2,000 levels.",
        SyntaxErrorCode.NewLineAfterThrow =>
            "The expression that is thrown must begin on the same line as 'throw'.",
        SyntaxErrorCode.NewLineBeforeArrow =>
            "No line break is allowed before '=>'.",
        SyntaxErrorCode.DeclarationNeedsBlock =>
            "A declaration is not allowed as the body of a statement: put it in braces.",
        SyntaxErrorCode.SecondDefault =>
            "This 'switch' has a 'default' already.",
        SyntaxErrorCode.AlreadyDeclared =>
            "'{0}' is declared already in this scope.",
        SyntaxErrorCode.ModuleVariable =>
            "Node declares '{0}' in each file already: choose another name.",
        SyntaxErrorCode.DuplicateParameter =>
            "There is a parameter named '{0}' already.",
        SyntaxErrorCode.ReservedWord =>
            "'{0}' is a reserved word here: expected a name.",
        SyntaxErrorCode.ReservedInStrict =>
            "'{0}' is a reserved word in strict code: expected a name.",
        SyntaxErrorCode.EscapedKeyword =>
            "A keyword cannot be written with escapes, and a name cannot be a keyword in disguise.",
        SyntaxErrorCode.EvalOrArgumentsInStrict =>
            "'{0}' cannot be declared or assigned to in strict code.",
        SyntaxErrorCode.LetAsLexicalName =>
            "'let' cannot be the name of what 'let', 'const' or 'class' declares.",
        SyntaxErrorCode.ArgumentsInInitializer =>
            "'arguments' is not allowed in the fields and static blocks of a class.",
        SyntaxErrorCode.LabelAlreadyDeclared =>
            "There is a label '{0}' around this statement already.",
        SyntaxErrorCode.UndefinedLabel =>
            "There is no label '{0}' around this statement.",
        SyntaxErrorCode.UndeclaredPrivateName =>
            "No class around this declares '#{0}'.",
        SyntaxErrorCode.AwaitOutsideAsync =>
            "'await' is allowed only in async functions, and at the top level of modules.",
        SyntaxErrorCode.ReturnOutsideFunction =>
            "'return' is allowed only in functions.",
        SyntaxErrorCode.BreakOutsideLoop =>
            "'break' is allowed only in loops and in 'switch'; to leave another statement, name its label.",
        SyntaxErrorCode.ContinueOutsideLoop =>
            "'continue' is allowed only in loops.",
        SyntaxErrorCode.ContinueToNonLoop =>
            "'continue' must name a loop, and the statement labelled '{0}' is none.",
        SyntaxErrorCode.NewTargetOutsideFunction =>
            "'new.target' is allowed only in functions and in classes.",
        SyntaxErrorCode.SuperOutsideMethod =>
            "'super' is allowed only in methods and in the fields of classes.",
        SyntaxErrorCode.SuperCallOutsideConstructor =>
            "'super()' is allowed only in the constructor of a class that extends another.",
        SyntaxErrorCode.SuperAlone =>
            "Expected '(', '.' or '[' after 'super'.",
        SyntaxErrorCode.WithInStrict =>
            "'with' is not allowed in strict code.",
        SyntaxErrorCode.YieldInParameters =>
            "'yield' is not allowed in parameters.",
        SyntaxErrorCode.AwaitInParameters =>
            "'await' is not allowed in parameters.",
        SyntaxErrorCode.UseStrictWithPatterns =>
            "\"use strict\" is not allowed in a function with defaults, patterns or a rest among its parameters.",
        SyntaxErrorCode.ModuleSyntaxInScript =>
            "'{0}' is allowed only in modules.",
        SyntaxErrorCode.ModuleSyntaxNotAtTop =>
            "'{0}' is allowed only at the top level of a module.",
        SyntaxErrorCode.ImportMetaOutsideModule =>
            "'import.meta' is allowed only in modules.",
        SyntaxErrorCode.ImportNeedsName =>
            "This name cannot be a variable: expected 'as' and a name.",
        SyntaxErrorCode.DuplicateExport =>
            "'{0}' is exported already.",
        SyntaxErrorCode.UndeclaredExport =>
            "'{0}' is not declared at the top level of this module.",
        SyntaxErrorCode.ExportOfString =>
            "Only what comes from another module can be named by a string: expected a name, or 'from'.",
        SyntaxErrorCode.ModuleNameNotWellFormed =>
            "This name holds half of a surrogate pair.",
        SyntaxErrorCode.DuplicateAttribute =>
            "There is an attribute '{0}' already.",
        SyntaxErrorCode.InvalidAssignmentTarget =>
            "This cannot be assigned to: expected a variable, a property or a destructuring pattern.",
        SyntaxErrorCode.InvalidParameter =>
            "This cannot be a parameter: expected a name or a destructuring pattern.",
        SyntaxErrorCode.ParenthesizedPattern =>
            "This part of a pattern cannot stand in parentheses.",
        SyntaxErrorCode.RestNotLast =>
            "What takes the rest ('...') must be the last, without a comma behind it.",
        SyntaxErrorCode.RestWithDefault =>
            "What takes the rest ('...') cannot have a default.",
        SyntaxErrorCode.ObjectRestNeedsName =>
            "What takes the rest of an object must be a variable or a property, not a pattern.",
        SyntaxErrorCode.ShorthandDefaultInExpression =>
            "Expected ':' and a value: '=' is allowed only in destructuring patterns.",
        SyntaxErrorCode.SecondProto =>
            "This object has a '__proto__' already.",
        SyntaxErrorCode.CoalesceMixed =>
            "'??' cannot be mixed with '||' and '&&' without parentheses.",
        SyntaxErrorCode.UnaryBeforePower =>
            "A unary expression before '**' needs parentheses.",
        SyntaxErrorCode.DeleteOfNameInStrict =>
            "A variable cannot be deleted in strict code.",
        SyntaxErrorCode.DeleteOfPrivateName =>
            "A private member cannot be deleted.",
        SyntaxErrorCode.PrivateNameOutsideIn =>
            "A private name must follow a dot, or stand before 'in'.",
        SyntaxErrorCode.PrivateNameOnSuper =>
            "'super' has no private members.",
        SyntaxErrorCode.PrivateNameInObject =>
            "Only classes have private members.",
        SyntaxErrorCode.TemplateInOptionalChain =>
            "A template cannot follow an optional chain.",
        SyntaxErrorCode.OptionalChainInNew =>
            "An optional chain ('?.') is not allowed after 'new'.",
        SyntaxErrorCode.OptionalChainOnSuper =>
            "An optional chain ('?.') is not allowed on 'super'.",
        SyntaxErrorCode.InvalidConstructor =>
            "'new' cannot be used with '{0}(…)'.",
        SyntaxErrorCode.ConstNeedsInitializer =>
            "A 'const' needs a value: expected '='.",
        SyntaxErrorCode.PatternNeedsInitializer =>
            "A destructuring pattern needs a value: expected '='.",
        SyntaxErrorCode.ForInOfNeedsOneBinding =>
            "The head of this 'for' must declare exactly one variable.",
        SyntaxErrorCode.ForInOfInitializer =>
            "The variable of this 'for' cannot have a value of its own.",
        SyntaxErrorCode.ForOfStartsWithLet =>
            "The target of this 'for' cannot start with 'let'.",
        SyntaxErrorCode.ForOfStartsWithAsync =>
            "The target of this 'for' cannot be 'async': put it in parentheses.",
        SyntaxErrorCode.GetterWithParameters =>
            "A getter has no parameters.",
        SyntaxErrorCode.SetterNeedsOneParameter =>
            "A setter has exactly one parameter, and no rest ('...').",
        SyntaxErrorCode.SecondConstructor =>
            "This class has a constructor already.",
        SyntaxErrorCode.SpecialConstructor =>
            "A constructor can be neither a getter nor a setter nor a generator nor async.",
        SyntaxErrorCode.PrivateConstructor =>
            "A private member cannot be named '#constructor'.",
        SyntaxErrorCode.StaticPrototype =>
            "A static method cannot be named 'prototype'.",
        SyntaxErrorCode.FieldName =>
            "A field cannot be named 'constructor', nor a static one 'prototype'.",
        SyntaxErrorCode.ExpectedType =>
            "Expected a type, but found {1}.",
        SyntaxErrorCode.ExpectedArrow =>
            "Expected '=>' behind these parameters, but found {1}.",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
