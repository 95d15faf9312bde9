using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace RotationLambdas.Compat.Tests.Runtime;

/// <summary>The smallest function that shows what a runtime client does: this assembly, started as a program.</summary>
internal static class TinyFunction
{
    /// <summary>Fails in the initializer when TINY_INIT is "fail".</summary>
    private static async Task Main()
    {
        using var bootstrap = LambdaBootstrapBuilder
            .Create<TinyInput, TinyOutput>(HandleAsync, new SourceGeneratorLambdaJsonSerializer<TinyJson>())
            .UseBootstrapHandler(InitializeAsync)
            .Build();
        await bootstrap.RunAsync();
    }

    private static Task<bool> InitializeAsync() => Environment.GetEnvironmentVariable("TINY_INIT") == "fail"
        ? throw new InvalidOperationException("Cannot begin.")
        : Task.FromResult(true);

    private static async Task<TinyOutput> HandleAsync(TinyInput input, ILambdaContext context)
    {
        switch (input.Do)
        {
            case "fail":
                throw new InvalidOperationException("Cannot go on.", new ArgumentException("The reason."));
            case "log":
                Log(context.Logger);
                break;
            case "yield":
                await Task.Yield();
                break;
        }

        return new TinyOutput(
            context.AwsRequestId,
            context.InvokedFunctionArn,
            context.FunctionName,
            context.MemoryLimitInMB,
            context.RemainingTime.TotalSeconds,
            Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
    }

    private static void Log(ILambdaLogger logger)
    {
        logger.LogInformation("Rotated {secret} in {seconds:0.0} s, attempt {attempt}, {{kept}}", "db", 1.25, 2);
        logger.LogDebug("Not shown at the default level.");
        logger.LogWarning("No template: {secret}");
        logger.LogError(new InvalidOperationException("Broken."), "Failed {step}", "testSecret");
        Console.WriteLine("plain {output}");
    }
}

internal sealed record TinyInput(string? Do);

internal sealed record TinyOutput(string RequestId, string Arn, string Name, int Memory, double Remaining, string? Trace);

[JsonSerializable(typeof(TinyInput))]
[JsonSerializable(typeof(TinyOutput))]
internal sealed partial class TinyJson : JsonSerializerContext;
