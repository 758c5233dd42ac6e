namespace Ahoy.Host.Development;

/// <summary>Who tells the user what the compiler says while a project is served.</summary>
internal interface ICompilerEvents
{
    /// <summary>The code has errors: what was served before goes on being served.</summary>
    void OnUncompiled(string message);

    /// <summary>The compiler warns of something.</summary>
    void OnCompilerWarning(string message);
}
