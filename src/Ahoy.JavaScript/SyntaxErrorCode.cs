namespace Ahoy.JavaScript;

/// <summary>The rules of ECMAScript that a <see cref="SyntaxError"/> can break.</summary>
public enum SyntaxErrorCode
{
    /// <summary>A character that no token starts with.</summary>
    InvalidCharacter,

    /// <summary>A string that is not closed on its line.</summary>
    UnterminatedString,

    /// <summary>A template that is not closed.</summary>
    UnterminatedTemplate,

    /// <summary>A block comment that is not closed.</summary>
    UnterminatedComment,

    /// <summary>A regular expression that is not closed on its line.</summary>
    UnterminatedRegExp,

    /// <summary>A regular expression whose pattern or flags are not valid.</summary>
    InvalidRegExp,

    /// <summary>An escape sequence in a string or template that is not valid.</summary>
    InvalidEscape,

    /// <summary>An escape sequence in a name that is not valid there.</summary>
    InvalidEscapeInName,

    /// <summary>An underscore in a number that is not between two digits.</summary>
    MisplacedNumericSeparator,

    /// <summary>A number without the digits that its prefix or exponent calls for.</summary>
    ExpectedDigits,

    /// <summary>A name or digit directly behind a number.</summary>
    NameAfterNumber,

    /// <summary>An octal number or escape of the old form in strict code.</summary>
    OctalInStrict,

    /// <summary>Something else was expected.</summary>
    ExpectedToken,

    /// <summary>A bracket that is not closed before the file ends.</summary>
    Unclosed,

    /// <summary>Something follows a statement in the same line.</summary>
    ExpectedSemicolon,

    /// <summary>An expression was expected.</summary>
    ExpectedExpression,

    /// <summary>A statement was expected.</summary>
    ExpectedStatement,

    /// <summary>A token that has no place here.</summary>
    UnexpectedToken,

    /// <summary>The name of a variable, function or class was expected.</summary>
    ExpectedName,

    /// <summary>The name of a property was expected.</summary>
    ExpectedPropertyName,

    /// <summary>A member of a class was expected.</summary>
    ExpectedClassMember,

    /// <summary>Something other than a case in a switch.</summary>
    ExpectedCase,

    /// <summary>A try with neither catch nor finally.</summary>
    ExpectedCatchOrFinally,

    /// <summary>An import that names nothing.</summary>
    ExpectedImport,

    /// <summary>An export that exports nothing.</summary>
    ExpectedExport,

    /// <summary>A comma in parentheses with nothing behind it.</summary>
    ExpectedExpressionAfterComma,

    /// <summary>Parentheses with nothing in them that are no parameters.</summary>
    EmptyParentheses,

    /// <summary>A spread in parentheses that are no parameters.</summary>
    SpreadInParentheses,

    /// <summary>Source that is nested too deep; the rest of the file is not read.</summary>
    NestedTooDeep,

    /// <summary>A line break between throw and what it throws.</summary>
    NewLineAfterThrow,

    /// <summary>A line break before the arrow of a function.</summary>
    NewLineBeforeArrow,

    /// <summary>A declaration as the body of a statement.</summary>
    DeclarationNeedsBlock,

    /// <summary>A second default in a switch.</summary>
    SecondDefault,

    /// <summary>A name that is declared already.</summary>
    AlreadyDeclared,

    /// <summary>A name that Node declares in each CommonJS file.</summary>
    ModuleVariable,

    /// <summary>Two parameters of one name where that is not allowed.</summary>
    DuplicateParameter,

    /// <summary>A reserved word as a name.</summary>
    ReservedWord,

    /// <summary>A word as a name that strict code reserves.</summary>
    ReservedInStrict,

    /// <summary>A keyword written with an escape.</summary>
    EscapedKeyword,

    /// <summary>eval or arguments declared or assigned to in strict code.</summary>
    EvalOrArgumentsInStrict,

    /// <summary>let as a name of let, const or class.</summary>
    LetAsLexicalName,

    /// <summary>arguments in a field or static block of a class.</summary>
    ArgumentsInInitializer,

    /// <summary>A label inside a statement of the same label.</summary>
    LabelAlreadyDeclared,

    /// <summary>A jump to a label that is not around it.</summary>
    UndefinedLabel,

    /// <summary>A private name that no class around it declares.</summary>
    UndeclaredPrivateName,

    /// <summary>await where there is no async function around it.</summary>
    AwaitOutsideAsync,

    /// <summary>return outside of functions.</summary>
    ReturnOutsideFunction,

    /// <summary>break outside of loops and switches.</summary>
    BreakOutsideLoop,

    /// <summary>continue outside of loops.</summary>
    ContinueOutsideLoop,

    /// <summary>continue to a label that is not one of a loop.</summary>
    ContinueToNonLoop,

    /// <summary>new.target outside of functions.</summary>
    NewTargetOutsideFunction,

    /// <summary>A member of super outside of methods.</summary>
    SuperOutsideMethod,

    /// <summary>A call of super outside of the constructors that may have one.</summary>
    SuperCallOutsideConstructor,

    /// <summary>super that is neither called nor has a member.</summary>
    SuperAlone,

    /// <summary>with in strict code.</summary>
    WithInStrict,

    /// <summary>yield in the parameters of a generator.</summary>
    YieldInParameters,

    /// <summary>await in the parameters of an async function.</summary>
    AwaitInParameters,

    /// <summary>"use strict" in a function whose parameters are not all plain names.</summary>
    UseStrictWithPatterns,

    /// <summary>import or export outside of modules.</summary>
    ModuleSyntaxInScript,

    /// <summary>import or export inside of a statement.</summary>
    ModuleSyntaxNotAtTop,

    /// <summary>import.meta outside of modules.</summary>
    ImportMetaOutsideModule,

    /// <summary>An import by a name that cannot be a variable, without another.</summary>
    ImportNeedsName,

    /// <summary>Two exports of one name.</summary>
    DuplicateExport,

    /// <summary>An export of something that is not declared.</summary>
    UndeclaredExport,

    /// <summary>An export of a string that names no module.</summary>
    ExportOfString,

    /// <summary>An imported or exported name that is not valid Unicode.</summary>
    ModuleNameNotWellFormed,

    /// <summary>Two attributes of an import of one name.</summary>
    DuplicateAttribute,

    /// <summary>An assignment to what is neither a variable, nor a property, nor a pattern.</summary>
    InvalidAssignmentTarget,

    /// <summary>A parameter of an arrow function that is neither a name nor a pattern.</summary>
    InvalidParameter,

    /// <summary>Parentheses in a pattern where it may have none.</summary>
    ParenthesizedPattern,

    /// <summary>Something behind the rest of a pattern or of parameters.</summary>
    RestNotLast,

    /// <summary>A default for the rest of a pattern or of parameters.</summary>
    RestWithDefault,

    /// <summary>A pattern as the rest of an object pattern.</summary>
    ObjectRestNeedsName,

    /// <summary>A default in an object that is no pattern.</summary>
    ShorthandDefaultInExpression,

    /// <summary>A second __proto__ in an object.</summary>
    SecondProto,

    /// <summary>?? mixed with || or &amp;&amp; without parentheses.</summary>
    CoalesceMixed,

    /// <summary>A unary expression as the base of **.</summary>
    UnaryBeforePower,

    /// <summary>delete of a variable in strict code.</summary>
    DeleteOfNameInStrict,

    /// <summary>delete of a private name.</summary>
    DeleteOfPrivateName,

    /// <summary>A private name that stands alone.</summary>
    PrivateNameOutsideIn,

    /// <summary>A private name behind super.</summary>
    PrivateNameOnSuper,

    /// <summary>A private name in an object.</summary>
    PrivateNameInObject,

    /// <summary>A template in an optional chain.</summary>
    TemplateInOptionalChain,

    /// <summary>An optional chain as what new creates.</summary>
    OptionalChainInNew,

    /// <summary>An optional chain on super.</summary>
    OptionalChainOnSuper,

    /// <summary>new with import(…) or super(…).</summary>
    InvalidConstructor,

    /// <summary>A const without a value.</summary>
    ConstNeedsInitializer,

    /// <summary>A destructuring declaration without a value.</summary>
    PatternNeedsInitializer,

    /// <summary>A for-in or for-of that declares more than one variable.</summary>
    ForInOfNeedsOneBinding,

    /// <summary>A value in the head of a for-in or for-of.</summary>
    ForInOfInitializer,

    /// <summary>A for-of whose target starts with let.</summary>
    ForOfStartsWithLet,

    /// <summary>A for-of whose target is async.</summary>
    ForOfStartsWithAsync,

    /// <summary>A getter with parameters.</summary>
    GetterWithParameters,

    /// <summary>A setter with other than one parameter.</summary>
    SetterNeedsOneParameter,

    /// <summary>A second constructor in a class.</summary>
    SecondConstructor,

    /// <summary>A constructor that is a getter, setter, generator or async.</summary>
    SpecialConstructor,

    /// <summary>A private member named #constructor.</summary>
    PrivateConstructor,

    /// <summary>A static method named prototype.</summary>
    StaticPrototype,

    /// <summary>A field named constructor, or a static one named prototype.</summary>
    FieldName,

    /// <summary>TypeScript: a type was expected.</summary>
    ExpectedType,

    /// <summary>TypeScript: parameters with types, but no arrow behind them.</summary>
    ExpectedArrow,
}
