namespace RotationLambdas.Sandbox.Iam;

internal static class EventActions
{
    public static IEnumerable<IamRequest> Of(AwsCall call, SandboxOptions account) => call.Operation == "PutEvents"
        ? (call.Input["Entries"]?.AsArray() ?? [])
            .Select(entry => new IamRequest("events:PutEvents", BusArn(entry!["EventBusName"]?.GetValue<string>(), account))
            .With("events:source", entry["Source"]?.GetValue<string>())
            .With("events:detail-type", entry["DetailType"]?.GetValue<string>()))
        : [new IamRequest($"events:{call.Operation}", "*")];

    private static string BusArn(string? nameOrArn, SandboxOptions account) =>
        nameOrArn is { } arn && arn.StartsWith("arn:", StringComparison.Ordinal)
        ? arn
        : $"arn:aws:events:{account.Region}:{account.AccountId}:event-bus/{nameOrArn ?? "default"}";
}
