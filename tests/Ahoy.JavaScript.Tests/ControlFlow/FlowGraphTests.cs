namespace Ahoy.JavaScript.Tests.ControlFlow;

/// <summary>The blocks of each kind of statement and expression, written out.</summary>
/// <remarks>Longer than most: it is a table, whose rows are best read beside each other.</remarks>
public sealed class FlowGraphTests
{
    [Theory]
    [InlineData(
        "a; b = c;",
        "0: a; c; b; b = c; →exit")]
    [InlineData(
        "if (a) b; else c; d;",
        "0: a; →1 true →2 false\n" +
        "1: b; →3\n" +
        "2: c; →3\n" +
        "3: d; →exit")]
    [InlineData(
        "if (a) { } b;",
        "0: a; →1 true →2 false\n" +
        "1: →2\n" +
        "2: b; →exit")]
    [InlineData(
        "if (a && (b || !c)) d;",
        "0: a; →1 true →4 false\n" +
        "1: b; →3 true →2 false\n" +
        "2: c; →4 true →3 false\n" +
        "3: d; →4\n" +
        "4: →exit")]
    [InlineData(
        "if (a, b) c;",
        "0: a; b; a, b; →1 true →2 false\n" +
        "1: c; →2\n" +
        "2: →exit")]
    [InlineData(
        "if (a ? b : c) d;",
        "0: a; →1 true →2 false\n" +
        "1: b; →3 true →4 false\n" +
        "2: c; →3 true →4 false\n" +
        "3: d; →4\n" +
        "4: →exit")]
    [InlineData(
        "if (a?.b) c;",
        "0: a; →3 nullish →1 notnullish\n" +
        "1: a?.b; a?.b; →2 true →3 false\n" +
        "2: c; →3\n" +
        "3: →exit")]
    [InlineData(
        "if (true) a; else b;",
        "0: true; →1 true\n" +
        "1: a; →2\n" +
        "2: →exit")]
    [InlineData(
        "if (!1) a; else b;",
        "0: 1; →1 true\n" +
        "1: b; →2\n" +
        "2: →exit")]
    [InlineData(
        "if (null || 'x') a; else b;",
        "0: null; →1 false\n" +
        "1: 'x'; →2 true\n" +
        "2: a; →3\n" +
        "3: →exit")]
    [InlineData(
        "{ a; { let b = 1, c; } }",
        "0: a; 1; b; b = 1; c; c; →exit")]
    public void Statements_Conditions_BranchOnTheirParts(string source, string expected) =>
        Assert.Equal(expected, FlowText.Of(source));

    [Theory]
    [InlineData(
        "while (a) { b; if (c) break; if (d) continue; e; }",
        "0: →1\n" +
        "1: a; →2 true →7 false\n" +
        "2: b; c; →3 true →4 false\n" +
        "3: break; →7 jump\n" +
        "4: d; →5 true →6 false\n" +
        "5: continue; →1 jump\n" +
        "6: e; →1\n" +
        "7: →exit")]
    [InlineData(
        "while (true) { if (a) break; }",
        "0: →1\n" +
        "1: true; →2 true\n" +
        "2: a; →3 true →6 false\n" +
        "3: break; →4 jump\n" +
        "4: →exit\n" +
        "6: →1")]
    [InlineData(
        "do a; while (b);",
        "0: →1\n" +
        "1: a; →2\n" +
        "2: b; →1 true →3 false\n" +
        "3: →exit")]
    [InlineData(
        "do { if (a) continue; b; } while (0);",
        "0: →1\n" +
        "1: a; →2 true →3 false\n" +
        "2: continue; →4 jump\n" +
        "3: b; →4\n" +
        "4: 0; →5 false\n" +
        "5: →exit")]
    [InlineData(
        "for (let i = 0; i < n; i++) f;",
        "0: 0; i; i = 0; →1\n" +
        "1: i; n; i < n; →2 true →4 false\n" +
        "2: f; →3\n" +
        "3: i; i++; →1\n" +
        "4: →exit")]
    [InlineData(
        "for (;;) { a; }",
        "0: →1\n" +
        "1: →2\n" +
        "2: a; →3\n" +
        "3: →1")]
    [InlineData(
        "for (; a; ) { if (b) continue; c; }",
        "0: →1\n" +
        "1: a; →2 true →6 false\n" +
        "2: b; →3 true →4 false\n" +
        "3: continue; →5 jump\n" +
        "4: c; →5\n" +
        "5: →1\n" +
        "6: →exit")]
    [InlineData(
        "for (const [a = 1] of b) c;",
        "0: b; →1\n" +
        "1: next; →2 next →7 done\n" +
        "2: [a = 1]; →4 default →5 nodefault\n" +
        "4: 1; →5\n" +
        "5: a; [a = 1]; →6\n" +
        "6: c; →1\n" +
        "7: →exit")]
    [InlineData(
        "for (a in b) { if (c) break; }",
        "0: b; →1\n" +
        "1: next; →2 next →6 done\n" +
        "2: a; →3\n" +
        "3: c; →4 true →5 false\n" +
        "4: break; →6 jump\n" +
        "5: →1\n" +
        "6: →exit")]
    [InlineData(
        "async function f() { for await (const a of b) c; }",
        "0: b; →1\n" +
        "1: next; →3 next →5 done\n" +
        "3: a; a; →4\n" +
        "4: c; →1\n" +
        "5: →exit")]
    [InlineData(
        "l: for (;;) { for (;;) { if (a) continue l; if (b) break l; } }",
        "0: →1\n" +
        "1: →2\n" +
        "2: →3\n" +
        "3: →4\n" +
        "4: a; →5 true →7 false\n" +
        "5: continue l; →6 jump\n" +
        "6: →1\n" +
        "7: b; →8 true →11 false\n" +
        "8: break l; →9 jump\n" +
        "9: →exit\n" +
        "11: →12\n" +
        "12: →3")]
    [InlineData(
        "l: m: while (a) { switch (b) { case 1: continue m; } }",
        "0: →1\n" +
        "1: a; →2 true →6 false\n" +
        "2: b; 1; →3 true →4 false\n" +
        "3: continue m; →1 jump\n" +
        "4: →5\n" +
        "5: →1\n" +
        "6: →exit")]
    public void Loops_Each_LeadBackAndOut(string source, string expected) =>
        Assert.Equal(expected, FlowText.Of(source));

    [Theory]
    [InlineData(
        "l: { a; if (b) break l; c; } d;",
        "0: a; b; →1 true →2 false\n" +
        "1: break l; →3 jump\n" +
        "2: c; →3\n" +
        "3: d; →exit")]
    [InlineData(
        "switch (a) { case b: c; case d: e; break; default: f; case g: h; }",
        "0: a; b; →1 true →2 false\n" +
        "1: c; →3\n" +
        "2: d; →3 true →4 false\n" +
        "3: e; break; →8 jump\n" +
        "4: g; →7 true →5 false\n" +
        "5: →6\n" +
        "6: f; →7\n" +
        "7: h; →8\n" +
        "8: →exit")]
    [InlineData(
        "switch (a) { default: b; }",
        "0: a; →1\n" +
        "1: b; →2\n" +
        "2: →exit")]
    [InlineData(
        "switch (a) { }",
        "0: a; →1\n" +
        "1: →exit")]
    [InlineData(
        "switch (a) { case 1: { break; } } b;",
        "0: a; 1; →1 true →2 false\n" +
        "1: break; →3 jump\n" +
        "2: →3\n" +
        "3: b; →exit")]
    [InlineData(
        "function f() { if (a) return b; return; }",
        "0: a; →1 true →2 false\n" +
        "1: b; return b; →exit return\n" +
        "2: return; →exit return")]
    [InlineData(
        "() => a;",
        "0: a; →exit return")]
    [InlineData(
        "throw a;",
        "0: a; throw a; →thrown throw")]
    [InlineData(
        "if (a) { throw b; } c;",
        "0: a; →1 true →3 false\n" +
        "1: b; throw b; →thrown throw\n" +
        "3: c; →exit")]
    public void Statements_Jumps_GoWhereTheyPoint(string source, string expected) =>
        Assert.Equal(expected, FlowText.Of(source));

    [Theory]
    [InlineData(
        "function f() { try { a(); b; } catch (e) { c; } d; }",
        "0: a; a(); →1 exception →2\n" +
        "1: e; c; →3\n" +
        "2: b; →3\n" +
        "3: d; →exit")]
    [InlineData(
        "function f() { try { a(); return b; } catch (e) { c; } finally { d; } e; }",
        "0: a; a(); →1 exception →3\n" +
        "1: e; c; →2\n" +
        "2: d; e; →exit\n" +
        "3: b; return b; →4 return\n" +
        "4: d; →exit resume")]
    [InlineData(
        "function f() { try { a(); } finally { b; } c; }",
        "0: a; a(); →1 exception →3\n" +
        "1: b; →thrown resume\n" +
        "3: b; c; →exit")]
    [InlineData(
        "function f() { try { return a; } finally { return b; } }",
        "0: a; return a; →1 return\n" +
        "1: b; return b; →exit return")]
    [InlineData(
        "function f() { try { return a; } finally { b(); } }",
        "0: a; return a; →1 return\n" +
        "1: b; b(); →exit resume")]
    [InlineData(
        "function f() { try { throw a; } catch { } finally { b; } }",
        "0: a; throw a; →1 throw\n" +
        "1: →2\n" +
        "2: b; →exit")]
    [InlineData(
        "function f() { try { try { throw a; } finally { b; } } catch (e) { c; } }",
        "0: a; throw a; →1 throw\n" +
        "1: b; →2 resume\n" +
        "2: e; c; →3\n" +
        "3: →exit")]
    [InlineData(
        "function f() { for (;;) { try { if (a) break; if (b) continue; if (c) return; throw d; } finally { z; } } after; }",
        "0: →1\n" +
        "1: →2\n" +
        "2: a; →3 true →6 false\n" +
        "3: break; →4 jump\n" +
        "4: z; →5 resume\n" +
        "5: after; →exit\n" +
        "6: b; →7 true →10 false\n" +
        "7: continue; →8 jump\n" +
        "8: z; →9 resume\n" +
        "9: →1\n" +
        "10: c; →11 true →14 false\n" +
        "11: return; →12 return\n" +
        "12: z; →exit resume\n" +
        "14: d; throw d; →15 throw\n" +
        "15: z; →thrown resume")]
    [InlineData(
        "function f() { for (;;) { try { return a; } finally { break; } } b; }",
        "0: →1\n" +
        "1: →2\n" +
        "2: a; return a; →3 return\n" +
        "3: break; →4 jump\n" +
        "4: b; →exit")]
    [InlineData(
        "function f() { try { a(); } catch (e) { throw b; } finally { c; } }",
        "0: a; a(); →1 exception →4\n" +
        "1: e; b; throw b; →2 throw\n" +
        "2: c; →thrown resume\n" +
        "4: c; →exit")]
    [InlineData(
        "function f() { try { a; } catch (e) { b; } }",
        "0: a; →1\n" +
        "1: →exit")]
    [InlineData(
        "async function f() { try { await a; } catch (e) { b; } }",
        "0: a; await a; →1 exception →2\n" +
        "1: e; b; →2\n" +
        "2: →exit")]
    [InlineData(
        "function f() { try { a.b; } catch (e) { c; } }",
        "0: a; a.b; →1 exception →2\n" +
        "1: e; c; →2\n" +
        "2: →exit")]
    public void Try_CatchAndFinally_AreEnteredByEachWayOnItsOwn(string source, string expected) =>
        Assert.Equal(expected, FlowText.Of(source));

    [Theory]
    [InlineData(
        "x = a && b || c ?? d;",
        "0: a; →1 true →2 false\n" +
        "1: b; →3 true →2 false\n" +
        "2: c; →3\n" +
        "3: a && b || c; →4 nullish →5 notnullish\n" +
        "4: d; →5\n" +
        "5: a && b || c ?? d; x; x = a && b || c ?? d; →exit")]
    [InlineData(
        "a ? b : c;",
        "0: a; →1 true →2 false\n" +
        "1: b; →3\n" +
        "2: c; →3\n" +
        "3: a ? b : c; →exit")]
    [InlineData(
        "a?.b.c(d)?.e;",
        "0: a; →5 nullish →1 notnullish\n" +
        "1: a?.b; a?.b.c; →2\n" +
        "2: d; a?.b.c(d); →5 nullish →4 notnullish\n" +
        "4: a?.b.c(d)?.e; →5\n" +
        "5: a?.b.c(d)?.e; →exit")]
    [InlineData(
        "a?.();",
        "0: a; →3 nullish →1 notnullish\n" +
        "1: a?.(); →3\n" +
        "3: a?.(); →exit")]
    [InlineData(
        "a?.[b];",
        "0: a; →2 nullish →1 notnullish\n" +
        "1: b; a?.[b]; →2\n" +
        "2: a?.[b]; →exit")]
    [InlineData(
        "a ||= b; c &&= d; e ??= f;",
        "0: a; →2 true →1 false\n" +
        "1: b; a ||= b; →2\n" +
        "2: c; →3 true →4 false\n" +
        "3: d; c &&= d; →4\n" +
        "4: e; →5 nullish →6 notnullish\n" +
        "5: f; e ??= f; →6\n" +
        "6: →exit")]
    [InlineData(
        "a.b ??= c;",
        "0: a; a.b; →2 nullish →3 notnullish\n" +
        "2: c; a.b ??= c; →3\n" +
        "3: →exit")]
    [InlineData(
        "delete a?.b;",
        "0: a; →2 nullish →1 notnullish\n" +
        "1: a?.b; →2\n" +
        "2: a?.b; delete a?.b; →exit")]
    [InlineData(
        "null ?? a; 1 ?? b;",
        "0: null; →1 nullish\n" +
        "1: a; →2\n" +
        "2: null ?? a; 1; →3 notnullish\n" +
        "3: 1 ?? b; →exit")]
    public void Expressions_ShortCircuits_BranchToTheirEnd(string source, string expected) =>
        Assert.Equal(expected, FlowText.Of(source));

    [Theory]
    [InlineData(
        "c.d = e; f[g] = h; i.j += k;",
        "0: c; e; c.d; c.d = e; →1\n" +
        "1: f; g; h; f[g]; f[g] = h; →2\n" +
        "2: i; i.j; →4\n" +
        "4: k; i.j += k; →exit")]
    [InlineData(
        "[a, b = c, ...d] = e;",
        "0: e; [a, b = c, ...d]; →2\n" +
        "2: a; →3 default →4 nodefault\n" +
        "3: c; →4\n" +
        "4: b; d; [a, b = c, ...d] = e; →exit")]
    [InlineData(
        "({ a, [b]: c.d, ...e } = f);",
        "0: f; { a, [b]: c.d, ...e }; →1\n" +
        "1: a; b; c; c.d; →3\n" +
        "3: e; { a, [b]: c.d, ...e } = f; →exit")]
    [InlineData(
        "`${a}` + b`${c}` + [...d] + new E(f);",
        "0: a; `${a}`; b; c; b`${c}`; →1\n" +
        "1: `${a}` + b`${c}`; d; ...d; →2\n" +
        "2: [...d]; `${a}` + b`${c}` + [...d]; E; f; new E(f); →4\n" +
        "4: `${a}` + b`${c}` + [...d] + new E(f); →exit")]
    [InlineData(
        "({ a: b, [c]: d, ...e, f() { g; } });",
        "0: b; c; d; e; ...e; () { g; }; { a: b, [c]: d, ...e, f() { g; } }; →exit")]
    [InlineData(
        "a++; typeof b; (c, d);",
        "0: a; a++; b; typeof b; c; d; c, d; →exit")]
    [InlineData(
        "import(a); import.meta; this; new.target;",
        "0: a; import(a); import.meta; this; new.target; →exit")]
    [InlineData(
        "a in b; c instanceof d;",
        "0: a; b; a in b; →1\n" +
        "1: c; d; c instanceof d; →exit")]
    [InlineData(
        "(class extends a { [b]() { } static [c] = d; });",
        "0: a; b; c; class extends a { [b]() { } static [c] = d; }; →exit")]
    public void Expressions_Each_FollowTheirOperands(string source, string expected) =>
        Assert.Equal(expected, FlowText.Of(source));

    [Theory]
    [InlineData(
        "function f(a, b = 1, { c, d: [e] = [] }, ...g) { h; }",
        "0: a; →1 default →2 nodefault\n" +
        "1: 1; →2\n" +
        "2: b; { c, d: [e] = [] }; →3\n" +
        "3: c; →4 default →5 nodefault\n" +
        "4: []; →5\n" +
        "5: [e]; →7\n" +
        "7: e; g; h; →exit")]
    [InlineData(
        "function* g(a) { try { yield a; } finally { c; } }",
        "0: a; a; yield a; →1 exception →3 abandon →4\n" +
        "1: c; →thrown resume\n" +
        "3: c; →exit resume\n" +
        "4: c; →exit")]
    [InlineData(
        "function* g() { yield* a; b; }",
        "0: a; yield* a; →exit abandon →2\n" +
        "2: b; →exit")]
    [InlineData(
        "async () => { await a; b; }",
        "0: a; await a; →2\n" +
        "2: b; →exit")]
    [InlineData(
        "class C { static { a; } }",
        "0: a; →exit")]
    [InlineData(
        "class C { x = a; }",
        "0: a; →exit")]
    [InlineData(
        "function f() { a; function g() { } { b; function h() { } } }",
        "0: function g; a; function h; b; →exit")]
    [InlineData(
        "function f() { if (a) function g() { } }",
        "0: a; →1 true →2 false\n" +
        "1: function g; →2\n" +
        "2: →exit")]
    public void Functions_OfAllKinds_BeginWithTheirParameters(string source, string expected) =>
        Assert.Equal(expected, FlowText.Of(source));
}
