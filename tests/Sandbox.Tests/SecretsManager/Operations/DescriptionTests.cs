namespace RotationLambdas.Sandbox.Tests.SecretsManager.Operations;

/// <summary>Describing and deleting secrets, beyond what the comparison with moto and the service models covers.</summary>
public sealed class DescriptionTests : SandboxFixture
{
    private readonly FakeTimeProvider _clock = new(TestTime.Start);

    protected override SandboxOptions Options => new() { TimeProvider = _clock };

    private static JsonObject Db => new() { ["SecretId"] = "db" };

    [Fact]
    public async Task A_secret_is_described_without_its_value()
    {
        await CreateAsync(value: "hunter2");

        var answer = await OkAsync("DescribeSecret", Db);

        answer.Select(member => member.Key).ShouldBe(["ARN", "Name", "LastChangedDate", "VersionIdsToStages", "CreatedDate"]);
        answer.ToJsonString().ShouldNotContain("hunter2");
        answer["CreatedDate"]!.GetValue<decimal>().ShouldBe(1772366400m);
    }

    [Fact]
    public async Task Versions_come_in_pages()
    {
        await CreateAsync();
        await PutAsync("two", Token.Of('2'));

        var first = await OkAsync("ListSecretVersionIds", new JsonObject { ["SecretId"] = "db", ["MaxResults"] = 1 });
        var second = await OkAsync(
            "ListSecretVersionIds",
            new JsonObject { ["SecretId"] = "db", ["MaxResults"] = 1, ["NextToken"] = first["NextToken"]!.GetValue<string>() });

        second["Versions"]!.AsArray().Select(version => version!["VersionId"]!.GetValue<string>()).ShouldBe([Token.Of('2')]);
        (await RefusedAsync("ListSecretVersionIds", new JsonObject { ["SecretId"] = "db", ["NextToken"] = "nonsense" }))
            .ShouldBe("InvalidNextTokenException: The NextToken value is invalid.");
    }
}
