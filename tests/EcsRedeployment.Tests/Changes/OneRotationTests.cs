using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;

namespace RotationLambdas.EcsRedeployment.Tests.Changes;

public sealed class OneRotationTests
{
    private readonly Fixture _fixture = new();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_rotation_date_that_is_set_after_the_label_leads_to_one_deployment(int seconds)
    {
        _fixture.Ecs.Add("blue", "web", _fixture.Ecs.Define("web", _fixture.Db.ARN), Yesterday);
        var moved = _fixture.RotateDb(Noon);
        _fixture.Db.RotationEnabled = true;
        _fixture.Db.LastRotatedDate = Yesterday.UtcDateTime;
        _fixture.Secrets.Before = (_, _) =>
        {
            if (_fixture.Clock.GetUtcNow() >= Noon.AddSeconds(seconds))
            {
                _fixture.Db.LastRotatedDate = _fixture.Db.LastChangedDate = Noon.AddSeconds(seconds).AddMilliseconds(300).UtcDateTime;
            }
        };

        await _fixture.BatchAsync(moved);
        await _fixture.BatchAsync(RotationSucceeded(Noon.AddSeconds(seconds + 1)));
        await _fixture.BatchAsync(Sweep(Noon));

        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_secret_without_rotation_is_not_waited_for()
    {
        _fixture.Ecs.Add("blue", "web", _fixture.Ecs.Define("web", _fixture.Db.ARN), Yesterday);

        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Secrets.Calls.Count(call => call.Operation == "DescribeSecret").ShouldBe(1);
    }

    private System.Text.Json.Nodes.JsonObject RotationSucceeded(DateTimeOffset at) => Event(
        "aws.secretsmanager", "AWS Service Event via CloudTrail", at, [], new()
        {
            ["eventName"] = "RotationSucceeded",
            ["additionalEventData"] = new System.Text.Json.Nodes.JsonObject { ["SecretId"] = _fixture.Db.ARN },
        });
}
