using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Tests.Scenarios;
using RotationLambdas.PostgresRotation.Tests.Secrets;

namespace RotationLambdas.PostgresRotation.Tests.Steps;

[Collection(RotationSandbox.Collection)]
public sealed class CreateSecretTests(RotationSandbox fixture) : IDisposable
{
    private const string Text = """{"username":"app","password":"old","host":"db.example.com"}""";

    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task The_log_tells_the_first_writer_from_those_that_come_later()
    {
        fixture.InsteadOfPostgres = new FakeDatabase();
        var secret = await fixture.CreateSecretAsync(Text);
        var stopped = await fixture.RotateUntilAsync(secret, "createSecret");
        var written = await secret.TextAsync("AWSPENDING");
        fixture.Log.ShouldContain("holds a new password for app");
        fixture.Log.ShouldNotContain("keeps it");
        fixture.Reset();

        await fixture.StepAsync("createSecret", secret.Arn, stopped.VersionId);

        fixture.Log.ShouldContain("has its value already, and keeps it");
        fixture.Log.ShouldNotContain("holds a new password");
        (await secret.TextAsync("AWSPENDING")).ShouldBe(written);
    }

    [Fact]
    public async Task The_pending_version_is_written_with_the_label_AWSPENDING_and_the_rotation_token()
    {
        StubbedSecret secret = new() { Labels = { ["old"] = ["AWSCURRENT"], ["new"] = ["AWSPENDING"] } };
        secret.Add("old", Text, "AWSCURRENT");

        await secret.StepAsync("createSecret", "new", new FakeDatabase(), rotationToken: "proof of the rotation");

        var written = secret.Written.ShouldHaveSingleItem();
        written.ClientRequestToken.ShouldBe("new");
        written.VersionStages.ShouldBe(["AWSPENDING"]);
        written.RotationToken.ShouldBe("proof of the rotation");
    }

    [Theory]
    [InlineData("createSecret")]
    [InlineData("setSecret")]
    public async Task Without_an_AWSCURRENT_version_there_is_nothing_to_rotate(string step)
    {
        StubbedSecret secret = new() { Labels = { ["new"] = ["AWSPENDING"] } };
        secret.Add("new", Text, "AWSPENDING");
        FakeDatabase database = new();

        var error = await Should.ThrowAsync<RotationNotReadyException>(() => secret.StepAsync(step, "new", database));

        error.Problem.ShouldContain("has no AWSCURRENT version");
        secret.Written.ShouldBeEmpty();
        database.Logins.ShouldBeEmpty();
    }
}
