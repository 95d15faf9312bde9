using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace RotationLambdas.Compat.Tests.Runtime;

/// <summary>The smallest function that shows what a runtime client does: this assembly, started as a program.</summary>
internal static class TinyFunction
{
    private static readonly SourceGeneratorLambdaJsonSerializer<TinyJson> Serializer = new(TinyJson.Default);

    /// <summary>Fails in the initializer when TINY_INIT is "fail".</summary>
    private static async Task Main()
    {
        using var bootstrap = LambdaBootstrapBuilder
            .Create((input, context) => HandleAsync(input, context))
            .UseBootstrapHandler(InitializeAsync)
            .Build();
        await bootstrap.RunAsync();
    }

    private static Task<bool> InitializeAsync() => Environment.GetEnvironmentVariable("TINY_INIT") == "fail"
        ? throw new InvalidOperationException("Cannot begin.")
        : Task.FromResult(true);

    private static async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        switch (Serializer.Deserialize<TinyInput>(input).Do)
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

        var trace = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
        var output = new MemoryStream();
        Serializer.Serialize(new TinyOutput(context.AwsRequestId, context.RemainingTime.TotalSeconds, trace), output);
        output.Position = 0;
        return output;
    }

    private static void Log(ILambdaLogger logger)
    {
        logger.Log(LogLevel.Information, "Rotated {secret} in {seconds} s, attempt {attempt}, {{kept}}", "db", 1.5, 2);
        logger.Log(LogLevel.Debug, "Not shown at the default level.");
        logger.Log(LogLevel.Warning, "No template: {secret}");
        logger.Log(LogLevel.Error, "Failed {step}", "testSecret");
        Console.WriteLine("plain {output}");
    }
}

internal sealed record TinyInput(string? Do);

internal sealed record TinyOutput(string RequestId, double Remaining, string? Trace);

[JsonSerializable(typeof(TinyInput))]
[JsonSerializable(typeof(TinyOutput))]
internal sealed partial class TinyJson : JsonSerializerContext;
