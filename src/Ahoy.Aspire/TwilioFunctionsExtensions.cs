using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Ahoy.Aspire;

/// <summary>Twilio Functions as a resource of an app host.</summary>
public static class TwilioFunctionsExtensions
{
    /// <summary>
    /// Adds a project of Functions and Assets. What it refers to and the variables that it is given become the <c>context</c> of its Functions, over those of its <c>.env</c>; traces,
    /// metrics and logs go where those of the other resources go.
    /// </summary>
    /// <param name="builder">The app host's builder.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="folder">The project's folder, relative to the app host's.</param>
    public static IResourceBuilder<TwilioFunctionsResource> AddTwilioFunctions(this IDistributedApplicationBuilder builder, [ResourceName] string name, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var path = Path.GetFullPath(folder, builder.AppHostDirectory);
        if (!Directory.Exists(path))
        {
            throw new DistributedApplicationException($"AddTwilioFunctions(\"{name}\", …): there is no folder {path}.");
        }

        var resource = new TwilioFunctionsResource(name, "dotnet", path);
        var functions = builder.ExecutionContext.IsPublishMode ? PublishedFunctions.Add(builder, resource) : ServedFunctions.Add(builder, resource);
        builder.Eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            ContextVariables.AddTo(functions);
            return Task.CompletedTask;
        });
        return functions;
    }

    extension(IResourceBuilder<TwilioFunctionsResource> functions)
    {
        /// <summary>The offline Twilio of the service, for <c>WithReference</c> of a C# project: <c>api.WithReference(functions.Twilio)</c>.</summary>
        public OfflineTwilioResource Twilio => functions.Resource.Twilio;
    }

    /// <summary>
    /// Answers for Twilio on this machine: nothing is sent to it, and messages and calls can be tried from the dashboard. Where the app host is published, Twilio itself answers, with
    /// the account that the parameters <c>…-account-sid</c> and <c>…-auth-token</c> say.
    /// </summary>
    /// <param name="functions">The service.</param>
    /// <param name="isStrict">Whether Functions reach nothing outside of this machine either.</param>
    public static IResourceBuilder<TwilioFunctionsResource> WithOffline(this IResourceBuilder<TwilioFunctionsResource> functions, bool isStrict = false)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var resource = functions.Resource;
        if (resource.IsOffline)
        {
            return functions;
        }

        resource.IsOffline = true;
        if (functions.ApplicationBuilder.ExecutionContext.IsPublishMode)
        {
            return PublishedFunctions.WithAccount(functions);
        }

        return functions
            .WithEnvironment(context => context.EnvironmentVariables["AHOY_NUMBERS"] = resource.NumbersJson())
            .WithArgs(isStrict ? "--offline=strict" : "--offline")
            .WithEnvironment("ACCOUNT_SID", resource.Twilio.AccountSid)
            .WithEnvironment("AUTH_TOKEN", resource.Twilio.AuthToken)
            .WithPhoneCommands();
    }

    /// <summary>Gives the offline account a number.</summary>
    /// <param name="functions">The service.</param>
    /// <param name="number">The number, such as <c>+15005550006</c>.</param>
    /// <param name="sms">The path of the Function that messages go to; null for none.</param>
    /// <param name="voice">The path of the Function that calls go to; null for none.</param>
    public static IResourceBuilder<TwilioFunctionsResource> WithNumber(
        this IResourceBuilder<TwilioFunctionsResource> functions, string number, string? sms = null, string? voice = null)
    {
        ArgumentNullException.ThrowIfNull(functions);
        if (number is not ['+', .. { Length: > 6 } digits] || !digits.All(char.IsAsciiDigit))
        {
            throw new DistributedApplicationException($"WithNumber(\"{number}\"): not a telephone number, which is written as +15005550006.");
        }

        functions.Resource.Numbers.Add(new(number, sms, voice));
        return functions;
    }

    /// <summary>Connects a resource to the offline Twilio of a service.</summary>
    /// <param name="builder">The resource, a C# project for instance.</param>
    /// <param name="twilio">The property <c>Twilio</c> of the service.</param>
    /// <param name="connectionName">The name of the connection string; that of the service with <c>-twilio</c> where null.</param>
    /// <typeparam name="T">The resource's type.</typeparam>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, OfflineTwilioResource twilio, string? connectionName = null)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(twilio);
        if (!twilio.Parent.IsOffline)
        {
            throw new DistributedApplicationException($"WithReference(….Twilio): \"{twilio.Parent.Name}\" has no offline Twilio; call WithOffline() on it first.");
        }

        return builder.WithReference(builder.ApplicationBuilder.CreateResourceBuilder(twilio), connectionName);
    }
}
