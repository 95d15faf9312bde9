using RotationLambdas.PostgresRotation.Events;

namespace RotationLambdas.PostgresRotation.Tests.Events;

public sealed class RotationEventReaderTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-a1b2c3";

    [Theory]
    [InlineData("createSecret", nameof(RotationStep.CreateSecret))]
    [InlineData("setSecret", nameof(RotationStep.SetSecret))]
    [InlineData("testSecret", nameof(RotationStep.TestSecret))]
    [InlineData("finishSecret", nameof(RotationStep.FinishSecret))]
    [InlineData("create_secret", nameof(RotationStep.CreateSecret))]
    [InlineData("set_secret", nameof(RotationStep.SetSecret))]
    [InlineData("test_secret", nameof(RotationStep.TestSecret))]
    [InlineData("finish_secret", nameof(RotationStep.FinishSecret))]
    public async Task Every_step_is_known_in_both_spellings_of_the_user_guide(string step, string expected)
    {
        var read = await ReadAsync($$"""{"Step":"{{step}}","SecretId":"{{Arn}}","ClientRequestToken":"t-1"}""");

        read.ShouldBe(new RotationEvent(Enum.Parse<RotationStep>(expected), Arn, "t-1"));
    }

    [Fact]
    public async Task A_rotation_token_is_kept_and_never_shown()
    {
        var read = await ReadAsync(
            $$"""{"Step":"setSecret","SecretId":"{{Arn}}","ClientRequestToken":"t-1","RotationToken":"token-of-rotation"}""");

        read.RotationToken.ShouldBe("token-of-rotation");
        read.ToString().ShouldNotContain("token-of-rotation");
    }

    [Fact]
    public async Task Keys_that_a_later_Secrets_Manager_adds_are_ignored()
    {
        var read = await ReadAsync(
            $$"""{"New":{"a":[1]},"Step":"setSecret","SecretId":"{{Arn}}","ClientRequestToken":"t-1","RotationToken":null}""");

        read.RotationToken.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{\"Step\":\"createSecret\"", "not JSON")]
    [InlineData("{\"Step\":\"createSecret\",\"SecretId\":\"a\",\"ClientRequestToken\":\"b\"} {}", "not JSON")]
    [InlineData("null", "a JSON null, not an object")]
    [InlineData("[]", "a JSON array, not an object")]
    [InlineData("\"createSecret\"", "a JSON string, not an object")]
    [InlineData("7", "a JSON number, not an object")]
    [InlineData("true", "a JSON boolean, not an object")]
    [InlineData("{}", "has no Step")]
    [InlineData("{\"Step\":null}", "has no Step")]
    [InlineData("{\"Step\":\"\"}", "has no Step")]
    [InlineData("{\"Step\":1}", "Step is a JSON number")]
    [InlineData("{\"Step\":[\"createSecret\"]}", "Step is a JSON array")]
    [InlineData("{\"Step\":{}}", "Step is a JSON object")]
    [InlineData("{\"Step\":\"CreateSecret\"}", "\"CreateSecret\"")]
    [InlineData("{\"Step\":\"rotate\\nAll\"}", "\"rotate?All\"")]
    [InlineData("{\"Step\":\"\\ud800\"}", "not valid Unicode")]
    [InlineData("{\"Step\":\"createSecret\"}", "has no SecretId")]
    [InlineData("{\"Step\":\"createSecret\",\"SecretId\":false}", "SecretId is a JSON boolean")]
    [InlineData("{\"Step\":\"createSecret\",\"SecretId\":\"a\"}", "has no ClientRequestToken")]
    [InlineData("{\"Step\":\"createSecret\",\"SecretId\":\"a\",\"ClientRequestToken\":{}}", "ClientRequestToken is a JSON object")]
    [InlineData("{\"Step\":\"createSecret\",\"SecretId\":\"a\",\"ClientRequestToken\":\"b\",\"RotationToken\":7}",
        "RotationToken is a JSON number")]
    public async Task Anything_else_is_refused_with_what_is_wrong_and_what_to_do(string payload, string problem)
    {
        var error = await Should.ThrowAsync<EventMalformedException>(() => ReadAsync(payload));

        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain("RotateSecret");
    }

    [Fact]
    public async Task A_broken_event_is_not_quoted_because_it_may_hold_a_rotation_token()
    {
        var error = await Should.ThrowAsync<EventMalformedException>(() => ReadAsync("{\"RotationToken\":\"token-of-rotation\"x"));

        error.ToString().ShouldNotContain("token-of-rotation");
    }

    [Fact]
    public async Task A_huge_event_is_refused_with_what_is_wrong()
    {
        var error = await Should.ThrowAsync<EventMalformedException>(() => ReadAsync($$"""{"Step":"{{new string('x', 6 << 20)}}"}"""));

        error.Problem.ShouldContain("must be createSecret");
        error.Message.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task An_event_that_is_nested_too_deeply_is_refused()
    {
        var nested = new string('[', 1000) + new string(']', 1000);

        var error = await Should.ThrowAsync<EventMalformedException>(() => ReadAsync($$"""{"Step":{{nested}}}"""));

        error.Problem.ShouldContain("nested too deeply");
    }

    private static async Task<RotationEvent> ReadAsync(string payload)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(payload));
        return await RotationEventReader.ReadAsync(stream, CancellationToken.None);
    }
}
