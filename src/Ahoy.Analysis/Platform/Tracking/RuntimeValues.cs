using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>Tracks what a method of <c>Runtime</c> gives: <c>Runtime.getAssets()</c>.</summary>
internal sealed class RuntimeValues : TrackedValues
{
    private readonly string _method;

    public RuntimeValues(SourceFile file, string method)
        : base(file) => _method = method;

    protected override bool IsRoot(Node expression) =>
        expression is CallExpression { Callee: MemberExpression callee }
        && File.Scopes.IsFree(callee.Object, "Runtime")
        && File.Constants.NameOf(callee) == _method;
}
