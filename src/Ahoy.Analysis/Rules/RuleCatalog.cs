using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Proving;
using Ahoy.Analysis.Rules.Handler;
using Ahoy.Analysis.Rules.Headers;
using Ahoy.Analysis.Rules.Language;
using Ahoy.Analysis.Rules.Project;
using Ahoy.Analysis.Rules.Promises;
using Ahoy.Analysis.Rules.TwiML;

namespace Ahoy.Analysis.Rules;

/// <summary>All rules. A test fails where a rule is missing here.</summary>
internal static class RuleCatalog
{
    /// <summary>The rules, in the order of their ids.</summary>
    public static IReadOnlyList<FileRule> Rules { get; } =
    [
        new Ahoy0001InvalidSyntax(),
        new Ahoy0002ModuleSyntax(),
        new Ahoy0003AwaitOutsideAsync(),
        new Ahoy1001NoHandler(),
        new Ahoy1002PathWithoutCallback(),
        new Ahoy1003RejectionWithoutCallback(),
        new Ahoy1004SecondCallback(),
        new Ahoy1005ReturnedValue(),
        new Ahoy1006UncaughtRejection(),
        new Ahoy1007NoCallbackParameter(),
        new Ahoy2001DroppedPromise(),
        new Ahoy2002AsyncFunctionIgnored(),
        new Ahoy2003ChainCutOff(),
        new Ahoy2004AsyncExecutor(),
        new Ahoy2005PromiseAsCondition(),
        new Ahoy2006AwaitedArray(),
        new Ahoy3001RestrictedHeader(),
        new Ahoy3002CapitalHeaderName(),
        new Ahoy3003LongLivedCookie(),
        new Ahoy3004CookieDomain(),
        new Ahoy3005MaxAgeAndExpires(),
        new Ahoy3006BodyWithoutContentType(),
        new Ahoy3007ForeignResponse(),
        new Ahoy4001UnknownVariable(),
        new Ahoy4002CredentialInSource(),
        new Ahoy4003UnknownAsset(),
        new Ahoy4004UnknownFunction(),
        new Ahoy4005UndeclaredPackage(),
        new Ahoy4006EsmOnlyPackage(),
        new Ahoy4007RelativeModule(),
        new Ahoy4008ParameterCase(),
        new Ahoy4009PrintedSecret(),
        new Ahoy4010OpenSender(),
        new Ahoy7001UnknownTarget(),
        new Ahoy7002PrivateTarget(),
        new Ahoy7003RedirectCircle(),
        new Ahoy7004GatherWithoutFollowUp(),
        new Ahoy7005UnreachableVerb(),
        new Ahoy7006UnknownMarkup(),
        new Ahoy7007UnescapedInput(),
    ];

    /// <summary>What is fixed about each rule, AHOY0009 (which the engine itself runs) included.</summary>
    public static IReadOnlyList<RuleDescriptor> Descriptors { get; } =
    [
        .. Rules.Select(rule => rule.Descriptor).Append(Ahoy0009UnusedSuppression.Rule).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>These, and what only runs can find.</summary>
    public static IReadOnlyList<RuleDescriptor> Reported { get; } = [.. Descriptors, .. FaultRules.All];
}
