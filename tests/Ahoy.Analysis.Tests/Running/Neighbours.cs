namespace Ahoy.Analysis.Tests.Running;

/// <summary>What lies around a Function when it is run: a private Function and Asset, and packages that are ES modules.</summary>
internal static class Neighbours
{
    /// <summary>The files, relative to the project, and their texts.</summary>
    public static IReadOnlyList<(string File, string Text)> Files { get; } =
    [
        ("functions/lib/greeting.private.js", "exports.greet = (name) => `Hello ${name}`;\n"),
        ("functions/words.private.json", """{ "bye": "Goodbye" }"""),
        ("functions/notes.cjs", "module.exports = { note: (text) => `noted ${text}`, level: 3 };\n"),
        ("node_modules/whole/package.json", """{ "name": "whole", "type": "module", "exports": "./index.js" }"""),
        ("node_modules/whole/index.js", "export default function whole(name) { return `whole ${name}`; }\nwhole.part = (name) => `part ${name}`;\n"),
        ("node_modules/parts/package.json", """{ "name": "parts", "type": "module", "exports": "./index.js" }"""),
        ("node_modules/parts/index.js", "export const left = (name) => `left ${name}`;\nexport const right = (name) => `right ${name}`;\n"),
    ];
}
