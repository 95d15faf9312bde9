using Amazon.SecretsManager;

namespace RotationLambdas.EcsRedeployment.Tests.Changes;

public sealed class ChangeReaderTests
{
    private const string Foreign = "arn:aws:secretsmanager:eu-west-1:210987654321:secret:shared-AbC123";
    private readonly Fixture _fixture = new();

    public ChangeReaderTests() => _fixture.Add();

    [Fact]
    public async Task A_message_without_an_answer_is_retried_and_others_proceed()
    {
        var other = _fixture.Secrets.Add("other", Yesterday);
        _fixture.Ecs.Add("blue", "other", _fixture.Ecs.Define("other", other.ARN), Yesterday);
        _fixture.Secrets.Rotate(other, Noon.AddSeconds(-10));
        _fixture.Secrets.Before = Refusing("", new AmazonSecretsManagerException(
            "Try later.", ErrorType.Receiver, "InternalServiceError", "r", HttpStatusCode.InternalServerError), _fixture.Db.ARN);

        (await _fixture.BatchAsync(_fixture.RotateDb(), LabelUpdated(other.ARN, Noon.AddSeconds(-10)))).ShouldBe(["m0"]);

        _fixture.Redeployed.ShouldBe(["other"]);
        _fixture.Logger.Text.ShouldContain("Try later.");
    }

    [Fact]
    public async Task A_manual_change_without_permission_names_the_right_and_is_not_retried()
    {
        _fixture.Secrets.Before = (operation, _) => throw FakeSecrets.Denied(operation);

        (await _fixture.BatchAsync(UpdatedByHand(Foreign))).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBeEmpty();
        _fixture.Logger.Text.ShouldContain("secretsmanager:DescribeSecret");
    }

    [Fact]
    public async Task A_change_by_hand_is_dated_by_the_secret_s_versions()
    {
        _fixture.Secrets.Rotate(_fixture.Db, Noon.AddMinutes(-5));
        _fixture.Db.LastRotatedDate = null;

        (await _fixture.BatchAsync(UpdatedByHand(_fixture.Db.ARN))).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Secrets.Calls.Count(call => call.Operation == "ListSecretVersionIds").ShouldBe(1);
    }

    [Fact]
    public async Task An_operator_s_word_is_enough_for_a_secret_that_was_only_modified()
    {
        _fixture.Db.LastChangedDate = Noon.AddMinutes(-5).UtcDateTime;

        await _fixture.InvokeAsync(JsonNode.Parse("""{"secretId":"db"}""")!);

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Secrets.Calls.ShouldNotContain(call => call.Operation == "ListSecretVersionIds");
    }

    [Fact]
    public async Task A_secret_named_by_name_and_by_ARN_is_reported_once()
    {
        _fixture.RotateDb();

        await _fixture.BatchAsync(UpdatedByHand("db"), LabelUpdated(_fixture.Db.ARN, Noon.AddSeconds(-10)));

        _fixture.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem();
        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_sweep_reads_only_secrets_of_this_Region()
    {
        _fixture.Ecs.Add(
            "blue", "elsewhere", _fixture.Ecs.Define(
                "elsewhere", "/prod/db", "arn:aws:secretsmanager:us-east-1:123456789012:secret:far-AbC123"), Yesterday);

        await _fixture.BatchAsync(Sweep(Noon));

        _fixture.Secrets.Calls.ShouldBe([("ListSecrets", ""), ("DescribeSecret", _fixture.Db.ARN)]);
    }

    [Fact]
    public async Task A_sweep_reports_an_unreadable_secret_and_continues()
    {
        _fixture.RotateDb();
        var broken = _fixture.Secrets.Add("broken", Yesterday);
        _fixture.Ecs.Add("blue", "broken", _fixture.Ecs.Define("broken", broken.ARN), Yesterday);
        _fixture.Secrets.Before = Refusing("", new HttpRequestException("Connection refused"), broken.ARN);

        await _fixture.BatchAsync(Sweep(Noon));

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Logger.Text.ShouldContain($"{broken.ARN} could not be read: Connection refused");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_rotation_date_that_is_set_after_the_label_leads_to_one_deployment(int seconds)
    {
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
        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Secrets.Calls.Count(call => call.Operation == "DescribeSecret").ShouldBe(1);
    }

    private static JsonObject UpdatedByHand(string secretId) => Recorded("UpdateSecret", secretId, Noon);

    private JsonObject RotationSucceeded(DateTimeOffset at) => Event(
        "aws.secretsmanager", "AWS Service Event via CloudTrail", at, [], new()
        {
            ["eventName"] = "RotationSucceeded",
            ["additionalEventData"] = new JsonObject { ["SecretId"] = _fixture.Db.ARN },
        });
}
