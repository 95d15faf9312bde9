using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SecretsManager;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;

namespace RotationLambdas.EcsRedeployment.Tests.Changes;

public sealed class ChangeReaderTests
{
    private const string Foreign = "arn:aws:secretsmanager:eu-west-1:210987654321:secret:shared-AbC123";
    private readonly Fixture _world = new();

    public ChangeReaderTests() => _world.Ecs.Add("blue", "web", _world.Ecs.Define("web", _world.Db.ARN), Yesterday);

    [Fact]
    public async Task Where_Secrets_Manager_gives_no_answer_the_message_comes_again_and_the_others_are_dealt_with()
    {
        var other = _world.Secrets.Add("other", Yesterday);
        _world.Ecs.Add("blue", "other", _world.Ecs.Define("other", other.ARN), Yesterday);
        _world.Secrets.Rotate(other, Noon.AddSeconds(-10));
        _world.Secrets.Before = (_, subject) =>
        {
            if (subject == _world.Db.ARN)
            {
                throw new AmazonSecretsManagerException(
                    "Try later.", ErrorType.Receiver, "InternalServiceError", "r", HttpStatusCode.InternalServerError);
            }
        };

        (await _world.BatchAsync(_world.RotateDb(), LabelUpdated(other.ARN, Noon.AddSeconds(-10)))).ShouldBe(["m0"]);

        _world.Redeployed.ShouldBe(["other"]);
        _world.Logger.Text.ShouldContain("Try later.");
    }

    [Fact]
    public async Task A_change_by_hand_whose_secret_may_not_be_looked_at_comes_again_and_says_which_right_is_missing()
    {
        _world.Secrets.Before = (operation, _) => throw FakeSecrets.Denied(operation);

        (await _world.BatchAsync(UpdatedByHand(Foreign))).ShouldBe(["m0"]);

        _world.Redeployed.ShouldBeEmpty();
        _world.Logger.Text.ShouldContain("secretsmanager:DescribeSecret");
    }

    [Fact]
    public async Task A_change_by_hand_is_dated_by_the_secret_s_versions()
    {
        _world.Secrets.Rotate(_world.Db, Noon.AddMinutes(-5));
        _world.Db.LastRotatedDate = null;

        (await _world.BatchAsync(UpdatedByHand(_world.Db.ARN))).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["web"]);
        _world.Secrets.Calls.Count(call => call.Operation == "ListSecretVersionIds").ShouldBe(1);
    }

    [Fact]
    public async Task The_event_of_a_rotation_needs_no_look_at_the_versions()
    {
        await _world.BatchAsync(_world.RotateDb());

        _world.Secrets.Calls.ShouldNotContain(call => call.Operation == "ListSecretVersionIds");
    }

    [Fact]
    public async Task An_operator_s_word_is_enough_for_a_secret_that_was_only_modified()
    {
        _world.Db.LastChangedDate = Noon.AddMinutes(-5).UtcDateTime;

        await _world.InvokeAsync(JsonNode.Parse("""{"secretId":"db"}""")!);

        _world.Redeployed.ShouldBe(["web"]);
        _world.Secrets.Calls.ShouldNotContain(call => call.Operation == "ListSecretVersionIds");
    }

    [Fact]
    public async Task A_secret_that_one_event_calls_by_its_name_and_another_by_its_ARN_is_told_once()
    {
        _world.RotateDb();

        await _world.BatchAsync(UpdatedByHand("db"), LabelUpdated(_world.Db.ARN, Noon.AddSeconds(-10)));

        _world.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem();
        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_sweep_asks_about_no_parameter_and_about_no_secret_of_another_Region()
    {
        _world.Ecs.Add(
            "blue", "elsewhere", _world.Ecs.Define(
                "elsewhere", "/prod/db", "arn:aws:secretsmanager:us-east-1:123456789012:secret:far-AbC123"), Yesterday);

        await _world.BatchAsync(Sweep(Noon));

        _world.Secrets.Calls.Select(call => call.Subject).ShouldBe([_world.Db.ARN]);
    }

    [Fact]
    public async Task A_sweep_that_cannot_look_at_a_secret_says_so_and_goes_on()
    {
        _world.RotateDb();
        var broken = _world.Secrets.Add("broken", Yesterday);
        _world.Ecs.Add("blue", "broken", _world.Ecs.Define("broken", broken.ARN), Yesterday);
        _world.Secrets.Before = (_, subject) =>
        {
            if (subject == broken.ARN)
            {
                throw new HttpRequestException("Connection refused");
            }
        };

        await _world.BatchAsync(Sweep(Noon));

        _world.Redeployed.ShouldBe(["web"]);
        _world.Logger.Text.ShouldContain($"{broken.ARN} could not be read: Connection refused");
    }

    private static JsonObject UpdatedByHand(string secretId) => Event("aws.secretsmanager", "AWS API Call via CloudTrail", Noon, [], new()
    {
        ["eventName"] = "UpdateSecret",
        ["requestParameters"] = new JsonObject { ["secretId"] = secretId },
    });
}
