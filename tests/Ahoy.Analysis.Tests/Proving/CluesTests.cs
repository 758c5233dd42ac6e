using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Proving;

namespace Ahoy.Analysis.Tests.Proving;

public sealed class CluesTests
{
    [Fact]
    public void Of_AHandler_KnowsWhatItReads()
    {
        var clues = Of("const { To, Body = '' } = event; if (context.TOKEN !== event.request.headers['x-token'] || !event.request.cookies.id) return; const { FROM } = process.env; send(event.Lang, FROM, To, Body);");

        Assert.Equal(["Body", "Lang", "To", "request"], clues.Event);
        Assert.Equal(["FROM", "TOKEN"], clues.Context);
        Assert.Equal(["x-token"], clues.Headers);
        Assert.Equal(["id"], clues.Cookies);
    }

    [Theory]
    [InlineData("if (event.Digits === '1') a(); else if ('2' == event.Digits) b();", "Digits", "1 2")]
    [InlineData("switch (event.menu) { case 'main': break; case 'hours': break; }", "menu", "main hours")]
    [InlineData("const body = (event.Body || '').trim().toLowerCase(); if (body === 'start') a();", "Body", "start")]
    [InlineData("if (['de', 'fr'].includes(event.lang)) a();", "lang", "de fr")]
    [InlineData("const table = { small: 1, large: 2 }; a(table[event.size]);", "size", "small large")]
    [InlineData("const { status } = await check(); if (status !== 'approved') a();", "status", "approved")]
    [InlineData("if (event.Body.split(' ').length < 2) a();", "Body", "2  ")]
    public void Of_WhatIsCompared_IsPutDownToTheName(string body, string name, string literals) =>
        Assert.Equal(literals, string.Join(' ', Of(body).Names[name].Literals));

    [Fact]
    public void Of_APattern_IsKept() => Assert.Equal([new PatternClue(@"^\d+$")], Of(@"if (!/^\d+$/.test(event.id)) a();").Names["id"].Literals);

    private static Clues Of(string body) => Clues.Of(SourceFile.Parse($"exports.handler = async (context, event, callback) => {{ {body} callback(); }};"));
}
