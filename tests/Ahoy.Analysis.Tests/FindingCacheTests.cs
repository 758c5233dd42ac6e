using System.Text;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;

namespace Ahoy.Analysis.Tests;

public class FindingCacheTests
{
    private static readonly ProjectResource s_resource = new(ResourceKind.Function, Visibility.Public, "functions/a.js", "/a");
    private static readonly StringBuilder s_text = new("exports.handler = (context, event, callback) => callback(null, event.request.headers['X-A']);\n");

    [Fact]
    public void Of_SameTextAgain_IsNotParsedAgain() => Assert.Same(SourceFile.Of(s_text), SourceFile.Of(s_text));

    [Fact]
    public void Of_NothingChanged_GivesTheSameFindings() =>
        Assert.Same(Find(ProjectSummary.Unknown, FileSeverities.Default), Find(ProjectSummary.Unknown, FileSeverities.Default));

    [Fact]
    public void Of_AnotherProjectOrOtherSettings_LooksAgain()
    {
        var project = new ProjectSummary("node22", [], null, null, []);
        var off = FileSeverities.Default.With(new Dictionary<string, Severity> { ["AHOY3002"] = Severity.None });

        var findings = Find(ProjectSummary.Unknown, FileSeverities.Default);

        Assert.NotSame(findings, Find(project, FileSeverities.Default));
        Assert.Single(findings);
        Assert.Empty(Find(ProjectSummary.Unknown, off));
    }

    [Fact]
    public void Offer_SameFinding_IsWorkedOutOnce()
    {
        var file = new FileContext(SourceFile.Of(s_text), s_resource, ProjectSummary.Unknown, CancellationToken.None);
        var finding = Assert.Single(FindingCache.Of(file, FileSeverities.Default));

        Assert.Same(FixCatalog.Offer(new FixRequest(file, finding)), FixCatalog.Offer(new FixRequest(file, finding)));
    }

    private static IReadOnlyList<Finding> Find(ProjectSummary project, FileSeverities severities) =>
        FindingCache.Of(new FileContext(SourceFile.Of(s_text), s_resource, project, CancellationToken.None), severities);
}
