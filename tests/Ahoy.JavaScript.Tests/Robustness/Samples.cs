namespace Ahoy.JavaScript.Tests.Robustness;

/// <summary>Texts that several tests use.</summary>
internal static class Samples
{
    /// <summary>A valid script with a bit of everything.</summary>
    public const string EveryConstruct = """
        #!/usr/bin/env node
        'use sloppy';
        /* block */ // line
        <!-- html
        var a = 1, [b = 2, , ...c] = [0x1F, 1_000n, .5e-3], { d, e: { f = `t${a}u${`v`}w` }, ['g' + h]: i, ...j } = k;
        let l = /[/\]]+(?<year>\d{4})/giu, m = a / b / c;
        const n = async ({ o }, [p], ...q) => { await o?.p?.[q]?.(...r).s; }, t = u => v => ({ u, v });
        async function* w(x = 1, { y } = {}) { for await (const z of y) yield* z; yield; return; }
        class A extends (B, C) {
          static #p = 1; q = this.#p; static { this.r = super.s; }
          constructor(...a) { super(...a); new.target; }
          get #x() { return #p in this; } set y(v) { } static async *[Symbol.iterator]() { } 'quoted'() { } 0() { }
        }
        label: for (var i = 0, end = 10; i < end; i++) { if (i % 2) continue label; else if (i > 5) break; else ; }
        for (const k in o) for (let v of w) do { v **= 2; } while (v <= 3)
        switch (a) { case 1: b(); break; default: { c(); } case 2 + 3: }
        try { throw new Error('x'); } catch ({ message }) { } finally { debugger; }
        with (a) b ??= c || (d && e), !f, -g, typeof h, void 0, delete i.j, ++k, l--;
        if (a) function f() { } else while (0) { }
        x = a ? b : c ? d : (e, f); y = import('m', { with: { type: 'json' } }); z = tag`a${b}\unicode`;
        o = { get a() { return 1; }, set a(v) { }, async b() { }, *c() { }, async *d() { }, get, set, async, "e": 1, [f]: 2, g() { }, __proto__: null };
        (function () { return eval; })(), (() => { })(), new (foo())(1), new Foo, super_ => super_;
        """;
}
