using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;

namespace Ahoy.Simulator.Rest.Storage;

/// <summary>
/// A resource that is kept as its document describes it: made, read, listed, changed, removed. Its parents have to exist, and go with what is
/// below them. What a resource does beyond that, it does in the methods that can be overridden; all of them run under the store's lock.
/// </summary>
internal class StoredResource : IRestResource
{
    private readonly string _instance;

    /// <param name="store">Where its items are.</param>
    /// <param name="host">The product's.</param>
    /// <param name="list">The path of its list, as in the document.</param>
    /// <param name="key">The path parameter, and the property, that an item is found by.</param>
    public StoredResource(ResourceStore store, string host, string list, string key = "Sid")
    {
        (Store, Host, List) = (store, host, list);
        _instance = $"{RestPaths.WithoutExtension(list)}/{{{key}}}{(list.EndsWith(".json", StringComparison.Ordinal) ? ".json" : "")}";
        KeyParameter = key;
        KeyProperty = PropertyNames.FromParameter(key);
        store.Register(host, RestPaths.WithoutExtension(list), this);
    }

    public string Host { get; }

    public string List { get; }

    public ResourceStore Store { get; }

    /// <summary>The property that is unique in a list and finds an item as its key does; null where there is none.</summary>
    public string? UniqueProperty { get; init; }

    /// <summary>Has an `ETag` that `If-Match` is compared with.</summary>
    public bool Versioned { get; init; }

    /// <summary>Lists the newest item first.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>The beginning of its SIDs, where the document doesn't say it.</summary>
    public string? SidPrefix { get; init; }

    /// <summary>Properties that a new item has and no parameter sets, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Initial { get; init; } = new Dictionary<string, JsonNode?>();

    protected string KeyParameter { get; }

    protected string KeyProperty { get; }

    /// <inheritdoc/>
    public virtual void Map(RestRoutes routes)
    {
        routes.Map("GET", Host, List, call => Locked(call, ListItems));
        routes.Map("POST", Host, List, call => Locked(call, Create));
        routes.Map("GET", Host, _instance, call => Locked(call, Fetch));
        routes.Map("POST", Host, _instance, call => Locked(call, Update));
        routes.Map("DELETE", Host, _instance, call => Locked(call, Delete));
    }

    /// <summary>
    /// The address of the list that a request is below or at. Parents are looked up on the way: one that isn't there is 404, and a unique name
    /// in the path is replaced by what it stands for.
    /// </summary>
    public string Address(RestCall call)
    {
        var (address, template) = (Host, "");
        foreach (var segment in RestPaths.WithoutExtension(List).TrimStart('/').Split('/'))
        {
            if (segment[0] == '{')
            {
                var name = segment[1..^1];
                var value = call.PathValues[name];
                if (Store.Resource(Host, template) is { } parent)
                {
                    call.PathValues[name] = value = (parent.Find(call, parent.Canonical(call, address), value) ?? throw call.NotFound()).Key;
                }

                address = $"{address}/{value}";
            }
            else
            {
                address = $"{address}/{segment}";
            }

            template = $"{template}/{segment}";
        }

        return Canonical(call, address);
    }

    /// <summary>The item of a list by its key or its unique name.</summary>
    public virtual StoredItem? Find(RestCall call, string address, string keyOrName)
    {
        return Store.Find(address, keyOrName, call.Now);
    }

    /// <summary>Makes an item as a request to its list would.</summary>
    public StoredItem Add(RestCall call, string address, JsonObject values)
    {
        foreach (var (name, value) in Initial)
        {
            values.TryAdd(name, value?.DeepClone());
        }

        values["date_created"] = AnswerShape.Date(call, call.Now);
        values["date_updated"] = AnswerShape.Date(call, call.Now);
        var expires = Creating(call, address, values);
        if (!values.ContainsKey("sid") && NewSid(call) is { } sid)
        {
            values["sid"] = sid;
        }

        var item = new StoredItem { Key = values[KeyProperty]!.ToString(), Values = values, Expires = expires };
        var uniqueName = UniqueNameOf(call, address, item, values);
        Store.Collection(address).Add(item);
        Store.Collection(address).Rename(item, uniqueName);
        return item;
    }

    /// <summary>An item as the request's answer has it.</summary>
    public JsonObject Shape(RestCall call, StoredItem item, ApiSchema schema)
    {
        var values = (JsonObject)item.Values.DeepClone();
        Showing(call, item, values);
        return AnswerShape.Build(call, schema, values, Self(call, item));
    }

    /// <summary>Where a list has another address than its path says: two paths to the same list.</summary>
    protected virtual string Canonical(RestCall call, string address)
    {
        return address;
    }

    /// <summary>Checks and completes what a new item is made of. Gives the time when it goes by itself, or null.</summary>
    protected virtual DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        return null;
    }

    /// <summary>After an item was made.</summary>
    protected virtual void Created(RestCall call, string address, StoredItem item)
    {
    }

    /// <summary>Checks and completes a change before it is made.</summary>
    protected virtual void Updating(RestCall call, string address, StoredItem item, JsonObject changes)
    {
    }

    /// <summary>After an item was changed.</summary>
    protected virtual void Updated(RestCall call, string address, StoredItem item)
    {
    }

    /// <summary>Before an item is removed.</summary>
    protected virtual void Deleting(RestCall call, string address, StoredItem item)
    {
    }

    /// <summary>Completes a copy of an item's properties for an answer.</summary>
    protected virtual void Showing(RestCall call, StoredItem item, JsonObject values)
    {
    }

    /// <summary>Whether a list that is asked with these parameters has an item: by default, where its properties equal them, or one of several.</summary>
    protected virtual bool IsListed(RestCall call, StoredItem item)
    {
        foreach (var (name, _) in call.Parameters.All)
        {
            if (name is "Page" or "PageSize" or "PageToken" or "Order" or "Limit")
            {
                continue;
            }

            if (item.Values.TryGetPropertyValue(PropertyNames.FromParameter(name), out var own) && !call.Parameters.Values(name).Any(wanted => IsOneOf(own?.ToString(), wanted)))
            {
                return false;
            }
        }

        return true;
    }

    protected virtual IEnumerable<StoredItem> Ordered(RestCall call, IEnumerable<StoredItem> items)
    {
        var descending = call.Parameters["Order"] is { } order ? order == "desc" : NewestFirst;
        return descending ? items.Reverse() : items;
    }

    protected virtual RestException Duplicate(string name)
    {
        return new RestException(409, 20409, $"{UniqueProperty} '{name}' is already in use");
    }

    protected virtual RestException PreconditionFailed()
    {
        return RestErrors.Precondition();
    }

    protected ValueTask<RestAnswer> Locked(RestCall call, Func<RestCall, RestAnswer> handler)
    {
        lock (Store.Gate)
        {
            return ValueTask.FromResult(handler(call));
        }
    }

    protected RestAnswer Answer(RestCall call, int status, StoredItem item)
    {
        return new RestAnswer(status, Shape(call, item, call.Operation.Answer!)) { ETag = Versioned ? $"{item.Revision}" : null };
    }

    protected RestAnswer Create(RestCall call)
    {
        var address = Address(call);
        var item = Add(call, address, SentValues.Read(call, withDefaults: true));
        Created(call, address, item);
        return Answer(call, call.Operation.Status, item);
    }

    protected RestAnswer ListItems(RestCall call)
    {
        var items = Ordered(call, Store.List(Address(call), call.Now).Where(item => IsListed(call, item))).ToList();
        return ListPage.Answer(call, items, item => item.Key, (item, schema) => Shape(call, item, schema));
    }

    protected StoredItem Required(RestCall call, string address)
    {
        var item = Find(call, address, call.PathValues[KeyParameter]) ?? throw call.NotFound();
        call.PathValues[KeyParameter] = item.Key;
        return item;
    }

    private RestAnswer Fetch(RestCall call)
    {
        return Answer(call, 200, Required(call, Address(call)));
    }

    private RestAnswer Update(RestCall call)
    {
        var address = Address(call);
        var item = Required(call, address);
        CheckPrecondition(call, item);
        var changes = SentValues.Read(call, withDefaults: false);
        Updating(call, address, item, changes);
        var uniqueName = UniqueNameOf(call, address, item, changes);
        foreach (var (name, value) in changes)
        {
            item.Values[name] = value?.DeepClone();
        }

        Store.Collection(address).Rename(item, uniqueName);
        item.Revision++;
        item.Values["date_updated"] = AnswerShape.Date(call, call.Now);
        Updated(call, address, item);
        return Answer(call, call.Operation.Status, item);
    }

    private RestAnswer Delete(RestCall call)
    {
        var address = Address(call);
        var item = Required(call, address);
        CheckPrecondition(call, item);
        Deleting(call, address, item);
        Store.Remove(address, item);
        return RestAnswer.NoContent;
    }

    private void CheckPrecondition(RestCall call, StoredItem item)
    {
        if (Versioned && call.Request.IfMatch is { Length: > 0 } expected && expected != "*" && expected.Trim('"') != $"{item.Revision}")
        {
            throw PreconditionFailed();
        }
    }

    /// <summary>Some lists take several values with commas between.</summary>
    private static bool IsOneOf(string? own, string wanted)
    {
        return string.Equals(own, wanted, StringComparison.OrdinalIgnoreCase) || wanted.Split(',').Contains(own, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The name that an item has with these properties; throws where another has it.</summary>
    private string? UniqueNameOf(RestCall call, string address, StoredItem item, JsonObject values)
    {
        if (UniqueProperty is null || !values.TryGetPropertyValue(UniqueProperty, out var value))
        {
            return item.UniqueName;
        }

        var name = value?.ToString();
        return string.IsNullOrEmpty(name) ? null : Store.Find(address, name, call.Now) is { } other && other != item ? throw Duplicate(name) : name;
    }

    private string? NewSid(RestCall call)
    {
        var prefix = SidPrefix ?? Sids.Prefix(call.Operation.Answer?.Find("sid"));
        return prefix is null ? null : Sids.New(prefix);
    }

    private string Self(RestCall call, StoredItem item)
    {
        var path = RestPaths.WithoutExtension(List);
        foreach (var (name, value) in call.PathValues)
        {
            path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return $"{path}/{Uri.EscapeDataString(item.Key)}";
    }
}
