namespace RotationLambdas.EndToEnd.Tests.CommandLine;

/// <summary>A person's session with the <c>aws</c> command line.</summary>
[Trait("Needs", "aws")]
public sealed class AwsSessionTests
{
    [ToolFact("aws")]
    public async Task A_secret_is_created_rotated_read_and_its_rotation_turned_off()
    {
        await using var fixture = await RotationFixture.StartAsync();
        await fixture.CreateRoleAsync("app", "the-first-password");
        var aws = new AwsCommandLine(fixture.Sandbox.Endpoint);

        var created = await aws.SecretsManagerAsync(
            "create-secret", "--name", "app", "--secret-string", fixture.Database.SecretOf("app", "the-first-password").ToJson()
                .ToJsonString());
        var rotating = await aws.SecretsManagerAsync(
            "rotate-secret", "--secret-id", "app",
            "--rotation-lambda-arn", fixture.Sandbox.Functions.ArnOf(RotationFixture.Function), "--rotation-rules",
            "AutomaticallyAfterDays=30");
        await fixture.Sandbox.SecretsManager.WaitForRotationAsync("app");
        var value = await aws.SecretsManagerAsync("get-secret-value", "--secret-id", "app");
        var described = await aws.SecretsManagerAsync("describe-secret", "--secret-id", "app");
        var versions = await aws.SecretsManagerAsync("list-secret-version-ids", "--secret-id", "app");
        await aws.SecretsManagerAsync("cancel-rotate-secret", "--secret-id", "app");
        var cancelled = await aws.SecretsManagerAsync("describe-secret", "--secret-id", "app");

        var current = TestSecret.Parse((string)value["SecretString"]!);
        (await fixture.Database.AcceptsAsync("app", current.Password)).ShouldBeTrue();
        ((string)value["VersionId"]!).ShouldBe((string)rotating["VersionId"]!);
        ((bool)described["RotationEnabled"]!).ShouldBeTrue();
        StagesOf(versions, (string)created["VersionId"]!).ShouldBe("AWSPREVIOUS");
        ((bool?)cancelled["RotationEnabled"] ?? false).ShouldBeFalse();
    }

    [ToolFact("aws")]
    public async Task A_missing_secret_is_reported_as_the_service_does()
    {
        await using var fixture = await RotationFixture.StartAsync();

        var error = await Should.ThrowAsync<InvalidOperationException>(
            () => new AwsCommandLine(fixture.Sandbox.Endpoint).SecretsManagerAsync("get-secret-value", "--secret-id", "none"));

        error.Message.ShouldContain("ResourceNotFoundException");
        error.Message.ShouldContain("Secrets Manager can't find the specified secret.");
    }

    private static string StagesOf(JsonNode versions, string version) => string.Join(
        ',', versions["Versions"]!.AsArray().Single(one => (string)one!["VersionId"]! == version)!["VersionStages"]!.AsArray()
            .Select(stage => (string)stage!));
}
