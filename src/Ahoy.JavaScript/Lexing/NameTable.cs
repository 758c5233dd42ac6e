namespace Ahoy.JavaScript.Lexing;

/// <summary>
/// Makes one string of each name, however often it appears, and tells keywords from identifiers in the same look-up.
/// </summary>
internal sealed class NameTable
{
    /// <summary>The names that have a kind of their own.</summary>
    public static readonly (string Name, TokenKind Kind)[] KnownNames =
    [
        ("arguments", TokenKind.Arguments), ("as", TokenKind.As), ("async", TokenKind.Async), ("await", TokenKind.Await),
        ("constructor", TokenKind.Constructor), ("eval", TokenKind.Eval), ("from", TokenKind.From), ("get", TokenKind.Get),
        ("meta", TokenKind.Meta), ("of", TokenKind.Of), ("__proto__", TokenKind.Proto), ("prototype", TokenKind.Prototype),
        ("set", TokenKind.Set), ("target", TokenKind.Target), ("implements", TokenKind.Implements),
        ("interface", TokenKind.Interface), ("let", TokenKind.Let), ("package", TokenKind.Package),
        ("private", TokenKind.Private), ("protected", TokenKind.Protected), ("public", TokenKind.Public),
        ("static", TokenKind.Static), ("yield", TokenKind.Yield), ("break", TokenKind.Break), ("case", TokenKind.Case),
        ("catch", TokenKind.Catch), ("class", TokenKind.Class), ("const", TokenKind.Const), ("continue", TokenKind.Continue),
        ("debugger", TokenKind.Debugger), ("default", TokenKind.Default), ("delete", TokenKind.Delete), ("do", TokenKind.Do),
        ("else", TokenKind.Else), ("enum", TokenKind.Enum), ("export", TokenKind.Export), ("extends", TokenKind.Extends),
        ("false", TokenKind.False), ("finally", TokenKind.Finally), ("for", TokenKind.For), ("function", TokenKind.Function),
        ("if", TokenKind.If), ("import", TokenKind.Import), ("in", TokenKind.In), ("instanceof", TokenKind.InstanceOf),
        ("new", TokenKind.New), ("null", TokenKind.Null), ("return", TokenKind.Return), ("super", TokenKind.Super),
        ("switch", TokenKind.Switch), ("this", TokenKind.This), ("throw", TokenKind.Throw), ("true", TokenKind.True),
        ("try", TokenKind.Try), ("typeof", TokenKind.TypeOf), ("var", TokenKind.Var), ("void", TokenKind.Void),
        ("while", TokenKind.While), ("with", TokenKind.With),
    ];

    private const int InitialBuckets = 512;

    private int[] _buckets = new int[InitialBuckets];
    private Entry[] _entries = new Entry[InitialBuckets];
    private int _count;

    public NameTable() => AddKnownNames();

    /// <summary>How many names there are; each has an id below that.</summary>
    public int Count => _count;

    /// <summary>Forgets all names but the known ones, and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(_buckets, 0, _buckets.Length);
        Array.Clear(_entries, 0, _count);
        _count = 0;
        AddKnownNames();
    }

    public string Name(int id) => _entries[id].Name;

    public TokenKind Kind(int id) => _entries[id].Kind;

    /// <summary>One more character of a name's hash, which begins with 0.</summary>
    public static uint Hash(uint hash, char c) => (hash * 31) + c;

    /// <summary>The id of a name.</summary>
    public int Find(string name)
    {
        uint hash = 0;
        foreach (var c in name)
        {
            hash = Hash(hash, c);
        }

        return Find(name, 0, name.Length, hash);
    }

    /// <summary>The id of the name at a span of a text.</summary>
    public int Find(string text, int start, int length, uint hash)
    {
        var entries = _entries;
        var buckets = _buckets;
        for (var i = buckets[(int)(hash & (uint)(buckets.Length - 1))] - 1; (uint)i < (uint)entries.Length; i = entries[i].Next)
        {
            ref var entry = ref entries[i];
            if (entry.Hash == hash && Matches(entry.Name, text, start, length))
            {
                return i;
            }
        }

        return Add(text.Length == length ? text : text.Substring(start, length), hash);
    }

    private static bool Matches(string name, string text, int start, int length)
    {
        if (name.Length != length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != text[start + i])
            {
                return false;
            }
        }

        return true;
    }

    private void AddKnownNames()
    {
        foreach (var (name, kind) in KnownNames)
        {
            _entries[Find(name)].Kind = kind;
        }
    }

    private int Add(string name, uint hash)
    {
        if (_count == _entries.Length)
        {
            Grow();
        }

        ref var bucket = ref _buckets[(int)(hash & (uint)(_buckets.Length - 1))];
        ref var entry = ref _entries[_count];
        entry.Name = name;
        entry.Hash = hash;
        entry.Next = bucket - 1;
        entry.Kind = TokenKind.Identifier;
        bucket = ++_count;
        return _count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _count * 2);
        _buckets = new int[_count * 2];
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[(int)(_entries[i].Hash & (uint)(_buckets.Length - 1))];
            _entries[i].Next = bucket - 1;
            bucket = i + 1;
        }
    }

    private struct Entry
    {
        public string Name;
        public uint Hash;
        public int Next;
        public TokenKind Kind;
    }
}
