using Ahoy.Analyzers.Infrastructure.Vocabulary.Responses;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analyzers.Infrastructure.Vocabulary.Cookies;

/// <summary>The cookies that a file sets: by <c>setCookie</c>, or as a <c>Set-Cookie</c> header.</summary>
internal sealed class CookieWrites
{
    private readonly SourceFile _file;
    private readonly List<Cookie> _cookies = [];

    private CookieWrites(SourceFile file) => _file = file;

    /// <summary>The cookies that have attributes.</summary>
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

    private void Collect()
    {
        foreach (var call in _file.Nodes.Calls)
        {
            if (call.Callee is MemberExpression callee
                && _file.Constants.NameOf(callee) == "setCookie"
                && ResponseValues.Of(_file).IsResponse(callee.Object)
                && _file.Constants.Follow(call.Arguments.ArgumentAt(2)) is ArrayExpression attributes)
            {
                Add(attributes.Elements.SelectMany(element => element is null or SpreadElement ? [] : CookieAttributeReader.ReadAttributes(_file, element)));
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
        if (_file.Constants.Follow(value) is ArrayExpression list)
        {
            foreach (var element in list.Elements)
            {
                if (element is not (null or SpreadElement))
                {
                    Add(CookieAttributeReader.ReadHeader(_file, element));
                }
            }
        }
        else
        {
            Add(CookieAttributeReader.ReadHeader(_file, value));
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
