using Ahoy.Aspire;

var builder = DistributedApplication.CreateBuilder(args);

// The Functions, with Twilio on this machine.
var functions = builder.AddTwilioFunctions("service", "../Service")
    .WithOffline()
    .WithNumber("+15005550006", sms: "/sms", voice: "/callback")
    .WithNumber("+15005550010");

// The backend, whose Twilio is the Functions' one.
builder.AddProject<Projects.Backend>("backend")
    .WithArgs("serve")
    .WithHttpEndpoint()
    .WithReference(functions.Twilio, "twilio")
    .WithReference(functions)
    .WaitFor(functions);

builder.Build().Run();
