using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Promises;

/// <summary>A promise whose value goes nowhere.</summary>
/// <param name="Promise">The expression that makes it.</param>
/// <param name="IsUnread">Whether it goes to a variable that is never read.</param>
internal sealed record Drop(Node Promise, bool IsUnread = false);
