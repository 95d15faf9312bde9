namespace RotationLambdas.Sandbox.Tests.SecretsManager.Operations;

/// <summary>What RotateSecret refuses; what it does is in RotationEngineTests.</summary>
public sealed class RotateSecretTests : SandboxFixture
{
    [Theory]
    [InlineData("{}", "InvalidRequestException: No Lambda rotation function ARN is associated with this secret.")]
    [InlineData("""{"RotationLambdaARN":"missing"}""", "ResourceNotFoundException: Lambda does not exist or could not be accessed")]
    [InlineData("""{"RotationLambdaARN":"rotate","ClientRequestToken":"111111111111111111111111111111111111"}""",
        "InvalidParameterException: You can't use ClientRequestToken 111111111111111111111111111111111111 ")]
    [InlineData("""{"RotationLambdaARN":"rotate","RotationRules":{"AutomaticallyAfterDays":0}}""",
        "InvalidParameterException: Invalid RotationRules. AutomaticallyAfterDays must be between 1 and 1000.")]
    [InlineData("""{"RotationLambdaARN":"rotate","ClientRequestToken":"2"}""",
        "InvalidParameterException: ClientRequestToken must be 32-64 characters long.")]
    public async Task A_refused_rotation_configures_nothing(string input, string error)
    {
        await CreateAsync();
        Sandbox.Functions.Start("rotate", new RotationFunction(Sandbox.SecretsManager).HandleAsync);
        var request = JsonNode.Parse(input)!.AsObject();
        request["SecretId"] = "db";
        request.TryAdd("ClientRequestToken", Token.Of('2'));

        (await RefusedAsync("RotateSecret", request)).ShouldStartWith(error);

        (await LabelsAsync()).ShouldBe("1:AWSCURRENT");
        (await OkAsync("DescribeSecret", new JsonObject { ["SecretId"] = "db" })).ContainsKey("RotationEnabled").ShouldBeFalse();
    }
}
