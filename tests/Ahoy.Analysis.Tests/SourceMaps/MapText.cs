using System.Text;
using System.Text.Json;

namespace Ahoy.Analysis.Tests.SourceMaps;

/// <summary>Writes a source map of places; lines and columns from 0.</summary>
internal static class MapText
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static string Of(string[] sources, params (int Line, int Column, int Source, int SourceLine, int SourceColumn)[] places)
    {
        var mappings = new StringBuilder();
        var (line, column, last) = (0, 0, (Source: 0, Line: 0, Column: 0));
        var isFirst = true;
        foreach (var place in places)
        {
            for (; line < place.Line; line++)
            {
                mappings.Append(';');
                (column, isFirst) = (0, true);
            }

            mappings.Append(isFirst ? "" : ",");
            Append(mappings, place.Column - column, place.Source - last.Source, place.SourceLine - last.Line, place.SourceColumn - last.Column);
            (column, last, isFirst) = (place.Column, (place.Source, place.SourceLine, place.SourceColumn), false);
        }

        return JsonSerializer.Serialize(new { version = 3, sources, names = Array.Empty<string>(), mappings = mappings.ToString() });
    }

    private static void Append(StringBuilder target, params int[] values)
    {
        foreach (var value in values)
        {
            var rest = value < 0 ? (-value << 1) | 1 : value << 1;
            do
            {
                var digit = rest & 31;
                rest >>= 5;
                target.Append(Digits[rest > 0 ? digit | 32 : digit]);
            }
            while (rest > 0);
        }
    }
}
