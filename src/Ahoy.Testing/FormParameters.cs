using System.Collections;
using System.Globalization;

namespace Ahoy.Testing;

/// <summary>Turns what a test writes down into the parameters of a form.</summary>
internal static class FormParameters
{
    /// <summary>The parameters: of a dictionary its entries, of any other object its properties. A list gives a parameter several times; null gives none.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(object parameters)
    {
        var pairs = parameters switch
        {
            IDictionary dictionary => dictionary.Keys.Cast<object>().Select(key => (Name: Text(key), Value: dictionary[key])),
            IEnumerable<KeyValuePair<string, string>> list => list.Select(pair => (pair.Key, (object?)pair.Value)),
            _ => parameters.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).Select(property => (property.Name, property.GetValue(parameters))),
        };
        foreach (var (name, value) in pairs)
        {
            foreach (var each in value is IEnumerable items and not string ? items.Cast<object?>() : [value])
            {
                if (each is not null)
                {
                    yield return new(name, Text(each));
                }
            }
        }
    }

    // As JavaScript writes it, so that a Function gets the text that it would have got.
    private static string Text(object value) => value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
