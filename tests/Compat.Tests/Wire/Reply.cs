namespace RotationLambdas.Compat.Tests.Wire;

/// <summary>What a <see cref="ServiceStub"/> answers.</summary>
internal sealed record Reply(int Status, string Body, string ContentType = "application/x-amz-json-1.1")
{
    internal static Reply Ok(string json) => new(200, json);

    internal static Reply Error(string code, string message = "No.", int status = 400) =>
        new(status, $$"""{"__type":"{{code}}","message":"{{message}}"}""");
}
