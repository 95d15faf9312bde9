namespace RotationLambdas.EcsRedeployment.Tests.Triggers;

public sealed class ResumeTests
{
    [Theory]
    [InlineData("""{"resume":{}}""")]
    [InlineData("""{"resume":7}""")]
    [InlineData("""{"resume":{"changes":[{"id":""}],"consumers":[]}}""")]
    [InlineData("""{"resume":{"changes":[{"id":"x","isParameter":true}],"consumers":[]}}""")]
    public void A_message_of_another_form_is_not_understood(string body) =>
        Resume.Read(JsonDocument.Parse(body).RootElement).ShouldBeOfType<NotUnderstood>();

    [Fact]
    public void A_message_keeps_what_it_is_about()
    {
        var resume = new Resume(
        [
            ResumedChange.Of(
                new SecretChange("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123", "blue", "v2", Noon))!,
            ResumedChange.Of(new ManualRequest("db", DryRun: true))!,
            ResumedChange.Of(
                new ParameterChange(new(new("aws", "eu-west-1", "123456789012"), "ssm", "parameter/db"), LabelMoved: true, Noon))!,
        ])
        {
            Attempt = 3,
            Cursor = new("c1", [new("c0", "token")]),
            Consumers = [new("c0", "service")],
            DryRun = true,
        };

        var read = Resume.Read(JsonDocument.Parse(resume.ToJson()).RootElement).ShouldBeOfType<Resume>();

        read.ToJson().ShouldBe(resume.ToJson());
        read.Changes.Select(change => change.ToTrigger()!.GetType())
            .ShouldBe([typeof(SecretChange), typeof(ManualRequest), typeof(ParameterChange)]);
    }
}
