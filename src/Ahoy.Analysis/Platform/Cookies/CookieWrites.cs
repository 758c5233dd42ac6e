using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Responses;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Cookies;

/// <summary>The cookies that a file sets: by <c>setCookie</c>, or as a <c>Set-Cookie</c> header.</summary>
internal sealed class CookieWrites
{
    private readonly SourceFile _file;
    private readonly List<Cookie> _cookies = [];

    private CookieWrites(SourceFile file) => _file = file;

    /// <summary>The cookies that have attributes. One whose attributes depend on a condition is here for each way.</summary>
    public IReadOnlyList<Cookie> All => _cookies;

    public static CookieWrites Of(SourceFile file) => file.Get(static source =>
    {
        var writes = new CookieWrites(source);
        if (source.MentionsIgnoringCase("cookie"))
        {
            writes.Collect();
        }

        return writes;
    });

    /// <summary>The attributes of all cookies that a rule looks for; one that several cookies share is there once.</summary>
    public IEnumerable<CookieAttribute> Find(Func<Cookie, IEnumerable<CookieAttribute?>> find) => All
        .SelectMany(find)
        .OfType<CookieAttribute>()
        .GroupBy(attribute => attribute.Start)
        .Select(same => same.First());

    private void Collect()
    {
        foreach (var call in _file.Nodes.Calls)
        {
            if (call.Callee is MemberExpression callee
                && _file.Constants.NameOf(callee) == "setCookie"
                && ResponseValues.Of(_file).IsResponse(callee.Object))
            {
                foreach (var attributes in AttributeLists.Of(_file, call.Arguments.ArgumentAt(2)))
                {
                    Add(attributes.SelectMany(element => CookieAttributeReader.ReadAttributes(_file, element)));
                }
            }
        }

        foreach (var header in HeaderWrites.Of(_file).All)
        {
            if (string.Equals(header.Name, "Set-Cookie", StringComparison.OrdinalIgnoreCase) && header.Value is { } value)
            {
                AddHeader(value);
            }
        }
    }

    private void AddHeader(Node value)
    {
        if (value is ConditionalExpression choice)
        {
            AddHeader(choice.Consequent);
            AddHeader(choice.Alternate);
            return;
        }

        // Of a list each element is a cookie of its own.
        var lists = AttributeLists.Of(_file, value);
        foreach (var cookie in lists.Count > 0 ? lists.SelectMany(list => list).Distinct<Node>() : [value])
        {
            Add(CookieAttributeReader.ReadHeader(_file, cookie));
        }
    }

    private void Add(IEnumerable<CookieAttribute> attributes)
    {
        if (attributes.ToList() is { Count: > 0 } known)
        {
            _cookies.Add(new Cookie(known));
        }
    }
}
