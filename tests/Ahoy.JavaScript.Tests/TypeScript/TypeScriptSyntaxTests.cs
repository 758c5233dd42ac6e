using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.TypeScript;

public sealed class TypeScriptSyntaxTests
{
    public static TheoryData<string, string> Erased => new()
    {
        // Annotations.
        { "let a: string = b, c!: D[] | null, [e, f]: [number, ...string[]] = g;", "let a = b, c, [e, f] = g;" },
        { "function f(this: Window, a?: number, b: string = 'c', ...d: any[]): asserts a is number { }", "function f(a, b = 'c', ...d) { }" },
        { "const f = (a: A, { b }: { b: string }, [c]: C = []): a is B => a;", "const f = (a, { b }, [c] = []) => a;" },
        { "const f = async <T,>(a: T): Promise<T> => await a, g = <const T extends U = V>(a?: T) => a;", "const f = async (a) => await a, g = (a) => a;" },
        { "try { } catch (e: unknown) { } for (const a: any of b as C[]) { }", "try { } catch (e) { } for (const a of b) { }" },

        // Conditional expressions and what looks like arrow functions in them.
        { "a ? (b) : c => d", "a ? (b) : c => d" },
        { "a ? (b): c => d : e", "a ? (b) => d : e" },
        { "a ? (b, c) : (d)", "a ? (b, c) : (d)" },
        { "a ? (b ? (c) : d) : e => f", "a ? (b ? (c) : d) : e => f" },
        { "a ? async (b): Promise<c> => d : e", "a ? async (b) => d : e" },
        { "a ? b ? (c) : (d) : e", "a ? b ? (c) : (d) : e" },
        { "switch (a) { case (b): c(d => e); }", "switch (a) { case (b): c(d => e); }" },

        // Operators.
        { "(a as B).c = d! + e!.f![g] as unknown as H", "(a).c = d + e.f[g]" },
        { "a = <B>c; d = <const>[e]; f = <T>(g: T) => g; h = <I>(j).k;", "a = c; d = [e]; f = (g) => g; h = (j).k;" },
        { "a = { b } satisfies C as const; d < e as F; g = h as I ? j : k;", "a = { b }; d < e; g = h ? j : k;" },
        { "a!++; b! = c; d! && e; f\n!g", "a++; b = c; d && e; f\n!g" },
        { "a?.b!.c!.d; a?.<T>(b); new A<B>(c); new A<B>; f<T>`x`; const g = f<T>;", "a?.b.c.d; a?.(b); new A(c); new A; f`x`; const g = f;" },
        { "f(a < b, c > d); a < b || c >= d; a < b > c; f<A<B<C>>>(d); a<b>>c;", "f(a < b, c > d); a < b || c >= d; a < b > c; f(d); a<b>>c;" },
        { "let a: A<B<C>>= d; let e: A<B>= f", "let a = d; let e = f" },

        // Types.
        { "let a: { readonly [K in keyof T as `${K}X`]-?: T[K] }, b: new () => C, c: abstract new (d: E) => F, d: typeof e.f<G>, h: import('i').J<K>[];", "let a, b, c, d, h;" },
        { "type A<T> = T extends (infer U extends string)[] ? U : T extends { [k: string]: infer V } ? V : never; x", "x" },
        { "type A = (<T>() => T extends B ? 1 : 2) extends <T>() => T extends C ? 1 : 2 ? true : false; x", "x" },
        { "type A = | 'a' | -1 | 2n | `b${C}d` | [e: F, g?: H, ...i: J[]] & unique symbol | (K)[]; x", "x" },
        { "interface A<T> extends B<T>, C { (a: T): D; new (a): E; f?(g): h; get i(): J; set i(v); readonly [k: string]: L; ['m']: n }\nx", "x" },
        { "let a: (b: c) => d | ((e) => f), g: ({ h }: I) => asserts h, j: (this: K, ...l) => m is n;", "let a, g, j;" },

        // Statements.
        { "declare const a: B, c; declare function d(e): f; declare class G { h(): i; j: k } declare module 'l' { export default m; } declare global { interface N { } }\nx", "x" },
        { "function f(a: string): void; function f(a: number): void; function f(a) { }", "function f(a) { }" },
        { "abstract class A<T> extends B<T> implements C, D<E> { }", "class A extends B { }" },
        { "type\nA = B; declare\nconst c = 1; abstract\nclass D { } namespace\nE\n{ } type = type(type); interface\nF\n{ }", "type\nA = B; declare\nconst c = 1; abstract\nclass D { } namespace\nE\n{ } type = type(type); interface\nF\n{ }" },
        { "namespace A { export type B = C; interface D { } }\nx", "x" },

        // Classes.
        { "class A { private a: B = c; readonly d?: E; f!: G; static override readonly h = i; declare j: K; [l: string]: any; abstract m(): n; accessor o = p }", "class A { a = c; d; f; static h = i; o = p }" },
        { "class A { constructor(a); constructor(a, b?) { } public async *c?<T>(d: T): E { } get f(): G { } protected set f(v: G) { } static { } }", "class A { constructor(a, b) { } async *c(d) { } get f() { } set f(v) { } static { } }" },
        { "class A { static; readonly; declare = 1; abstract() { } private: string; get?: B; set; async<T>() { } #a(): void; #a() { } }", "class A { static; readonly; declare = 1; abstract() { } private; get; set; async() { } #a() { } }" },
        { "const a = { b<T>(c: T): D { }, async e(this: F): Promise<void> { }, get g(): H { return 1; } };", "const a = { b(c) { }, async e() { }, get g() { return 1; } };" },
        { "const a = class<T> implements B<T> { }, c = function <T>(d: T) { };", "const a = class { }, c = function (d) { };" },
    };

    public static TheoryData<string, string> Modules => new()
    {
        { "import type { A } from 'a'; import type B from 'b'; import type * as C from 'c'; import { type D, type E as F } from 'd'; x", "x" },
        { "import { A, b } from 'a'; import C, { d } from 'c'; let e: A & C = b(d);", "import { b } from 'a'; import { d } from 'c'; let e = b(d);" },
        { "import 'a'; import {} from 'b'; import * as c from 'c'; let d: c.D;", "import 'a'; let d;" },
        { "import type from 'a'; import { type as b } from 'c'; import { type as as d } from 'e'; type(b);", "import type from 'a'; import { type as b } from 'c'; type(b);" },
        { "export type { A } from 'a'; export type * from 'b'; export { type C, d } from 'e'; export type F = G; export interface H { } export declare const i: J;", "export { d } from 'e';" },
        { "interface A { } const b = 1; export { A, b }; export default A;", "const b = 1; export { b };" },
        { "export default interface A { }\nexport abstract class B { } export default abstract class { }", "export class B { } export default class { }" },
        { "export function f(a: string): void; export function f(a) { } export default function <T>(a: T) { }", "export function f(a) { } export default function (a) { }" },
        { "export as namespace A; x", "x" },
        { "import { a } from 'b'; import { C } from 'd'; class E { constructor(@a f: C) { } }", "import { a } from 'b'; class E { constructor(f) { } }" },
    };

    public static TheoryData<string, string> Kept => new()
    {
        { "enum A { B, 'c-d' = 4, E, F = 'g', H = A.E | 1, I = 1 << 3, J = -1, K }", "var A = { B: 0, 'c-d': 4, E: 5, F: 'g', H: A.E | 1, I: 1 << 3, J: -1, K: 0 };" },
        { "const enum A { B = 1 } declare enum C { D }", "var A = { B: 1 };" },
        { "namespace A.B { export const c = 1; function d() { } export import e = A.f; e; }", "var A = (function () { var B = (function () { const c = 1; function d() { } const e = A.f; e; })(); })();" },
        { "import a = require('b'); import C = D.E; let f: C = a;", "const a = require('b'); let f = a;" },
        { "export = a;", "module.exports = a;" },
        { "class A extends B { constructor(private readonly a: C, public d = 1, e) { super(); f(); } }", "class A extends B { constructor(a, d = 1, e) { super(); this.a = a; this.d = d; f(); } }" },
        { "class A { constructor(protected a?: B) { } }", "class A { constructor(a) { this.a = a; } }" },
        { "@a @b.c({ d }) class E { @f g; @h() i(@j k: L) { } } m(@n class { })", "a; b.c({ d }); class E { static { f; } g; static { h(); } i(k) { } } m((n, class { }))" },
    };

    [Theory]
    [MemberData(nameof(Erased))]
    [MemberData(nameof(Kept))]
    public void Parse_TypeScript_GivesTheTreeOfTheJavaScript(string typeScript, string javaScript) => AssertSame(typeScript, javaScript, SourceType.CommonJs);

    [Theory]
    [MemberData(nameof(Modules))]
    public void Parse_TypeScriptModule_GivesTheTreeOfTheJavaScript(string typeScript, string javaScript) => AssertSame(typeScript, javaScript, SourceType.Module);

    [Theory]
    [InlineData("let a: b;")]
    [InlineData("(a: b) => c")]
    [InlineData("(a?) => b")]
    [InlineData("a as b")]
    [InlineData("a!.b")]
    [InlineData("<A>(b)")]
    [InlineData("f<A>`b` satisfies C")]
    [InlineData("type A = B")]
    [InlineData("interface A { }")]
    [InlineData("enum A { }")]
    [InlineData("namespace A { }")]
    [InlineData("class A { private b; c?; }")]
    [InlineData("class A<B> { }")]
    [InlineData("@a class B { }")]
    [InlineData("import a = b;")]
    [InlineData("export = a;")]
    [InlineData("function f();")]
    public void Parse_TypeScriptAsJavaScript_IsRefused(string text) =>
        Assert.NotEmpty(JavaScriptParser.Parse(text, new ParseOptions { SourceType = SourceType.Module }).Errors);

    [Fact]
    public void Parse_TypeScript_KeepsThePositionsOfTheSource()
    {
        const string Text = "const a: string = b as any;\nfunction f<T>(c: T): void { d!.e; }";

        var result = Parse(Text, SourceType.CommonJs);

        Assert.All(
            result.Root.DescendantsAndSelf().OfType<Identifier>(),
            name => Assert.Equal(name.Name, Text[name.Start..name.End]));
    }

    [Theory]
    [InlineData("a.ts", SourceLanguage.TypeScript)]
    [InlineData("functions/a.protected.MTS", SourceLanguage.TypeScript)]
    [InlineData("a.cts", SourceLanguage.TypeScript)]
    [InlineData("a.js", SourceLanguage.JavaScript)]
    [InlineData("ts", SourceLanguage.JavaScript)]
    public void LanguageOf_FileName_IsToldByItsEnding(string file, SourceLanguage language) => Assert.Equal(language, ParseOptions.LanguageOf(file));

    private static void AssertSame(string typeScript, string javaScript, SourceType type)
    {
        var ours = Parse(typeScript, type);
        var theirs = JavaScriptParser.Parse(javaScript, new ParseOptions { SourceType = type });
        Assert.DoesNotContain(theirs.Errors, error => error.Code is not SyntaxErrorCode.AwaitOutsideAsync);
        Assert.Empty(ours.Errors);
        Robustness.TreeInvariants.Assert(ours);
        Assert.Equal(ErasedTree.Of(theirs.Root, null), ErasedTree.Of(ours.Root, null));
        Assert.Equal(Imports(theirs), Imports(ours));
    }

    private static IEnumerable<string> Imports(ParseResult result) => result.Root.Body
        .Where(statement => statement is ImportDeclaration or ExportNamedDeclaration)
        .SelectMany(statement => statement.DescendantsAndSelf().OfType<Identifier>().Select(name => name.Name).Append(statement.Type));

    private static ParseResult Parse(string text, SourceType type) =>
        JavaScriptParser.Parse(text, new ParseOptions { SourceType = type, Language = SourceLanguage.TypeScript });
}
