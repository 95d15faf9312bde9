using Amazon.Lambda.RuntimeSupport;
using RotationLambdas.EcsRedeployment;
using RotationLambdas.Startup;

SystemRoots.LoadOnce();
RedeploymentHandler? handler = null;
using var bootstrap = LambdaBootstrapBuilder
    .Create((input, context) => handler!.HandleAsync(input, context))
    .UseBootstrapHandler(() =>
    {
        // Here rather than at the top, so that an invalid setting is reported to Lambda as an initialisation error.
        var options = new OptionsReader(Environment.GetEnvironmentVariable).Read();
        var region = Environment.GetEnvironmentVariable("AWS_REGION") ?? "";
        var metrics = new StreamWriter(Console.OpenStandardOutput()); // The runtime's own writer would wrap the lines.
        handler = Composition.Handler(options, Clients.FromEnvironment(), region, TextWriter.Synchronized(metrics), TimeProvider.System);
        return Task.FromResult(true);
    })
    .Build();
await bootstrap.RunAsync();
