namespace RotationLambdas.EcsRedeployment.Tests.Triggers;

public sealed class TriggerReaderTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123";
    private const string Service = "arn:aws:ecs:eu-west-1:123456789012:service/blue/web";
    private const string ServiceEvent = "AWS Service Event via CloudTrail";
    private const string RecordedCall = "AWS API Call via CloudTrail";

    [Fact]
    public void Secrets_Manager_s_own_event_is_a_change_of_the_label_that_moved() =>
        ReadOne(LabelUpdated("AWSCURRENT")).ShouldBe(
            new SecretChange(Arn, "AWSCURRENT", "a1b2", Fixture.Noon.AddSeconds(1)));

    [Fact]
    public void A_label_of_the_user_s_own_is_kept() =>
        ReadOne(LabelUpdated("blue")).ShouldBeOfType<SecretChange>().Label.ShouldBe("blue");

    [Theory]
    [InlineData("""{"additionalEventData":{"SecretId":"ARN"}}""")]
    [InlineData("""{"serviceEventDetails":{"secretId":"ARN"}}""")]
    [InlineData("""{"requestParameters":{"secretId":"ARN"}}""")]
    [InlineData("""{"responseElements":{"arn":"ARN"}}""")]
    [InlineData("""{"responseElements":{"aRN":"ARN"},"requestParameters":null}""")]
    public void A_rotation_s_end_is_read_wherever_the_secret_is_named(string detail)
    {
        var json = JsonNode.Parse(detail.Replace("ARN", Arn, StringComparison.Ordinal))!.AsObject();
        json["eventName"] = "RotationSucceeded";

        ReadOne(Event("aws.secretsmanager", ServiceEvent, json)).ShouldBe(
            new SecretChange(Arn, "AWSCURRENT", null, Fixture.Noon.AddSeconds(1)));
    }

    [Fact]
    public void A_rotation_s_end_that_names_its_secret_in_resources_is_read()
    {
        var json = Event("aws.secretsmanager", ServiceEvent, new() { ["eventName"] = "RotationSucceeded" }, Arn);

        ReadOne(json).ShouldBeOfType<SecretChange>().SecretId.ShouldBe(Arn);
    }

    [Theory]
    [InlineData("""{"eventName":"PutSecretValue","requestParameters":{"secretId":"db"}}""")]
    [InlineData("""{"eventName":"PutSecretValue","requestParameters":{"secretId":"db","versionStages":["AWSCURRENT"]}}""")]
    [InlineData("""{"eventName":"UpdateSecret","requestParameters":{"secretId":"db"}}""")]
    [InlineData("""{"eventName":"UpdateSecretVersionStage","requestParameters":{"secretId":"db"}}""")]
    public void A_recorded_call_that_may_move_a_label_is_a_hint(string detail) =>
        ReadOne(ApiCall(detail)).ShouldBe(new SecretChange("db", null, null, null));

    [Fact]
    public void A_label_moved_by_hand_is_dated_by_its_event() =>
        ReadOne(ApiCall(
            """{"eventName":"UpdateSecretVersionStage","requestParameters":{"secretId":"db","versionStage":"AWSCURRENT","moveToVersionId":"v2"}}"""))
            .ShouldBe(new SecretChange("db", "AWSCURRENT", "v2", Fixture.Noon.AddSeconds(1)));

    [Theory]
    [InlineData("""{"eventName":"PutSecretValue","requestParameters":{"secretId":"db","versionStages":["AWSPENDING"]}}""")]
    [InlineData("""{"eventName":"UpdateSecretVersionStage","requestParameters":{"secretId":"db","versionStage":"AWSPENDING","moveToVersionId":"v2"}}""")]
    [InlineData("""{"eventName":"UpdateSecretVersionStage","requestParameters":{"secretId":"db","versionStage":"blue","removeFromVersionId":"v2"}}""")]
    [InlineData("""{"eventName":"PutSecretValue","errorCode":"AccessDenied","requestParameters":{"secretId":"db"}}""")]
    [InlineData("""{"eventName":"TagResource","requestParameters":{"secretId":"db"}}""")]
    [InlineData("""{"eventName":"RotateSecret","requestParameters":{"secretId":"db"}}""")]
    [InlineData("{}")]
    [InlineData("""{"eventName":"RotationStarted"}""", ServiceEvent)]
    [InlineData("""{"eventName":"RotationFailed"}""", ServiceEvent)]
    [InlineData("""{"eventName":"RotationAbandoned"}""", ServiceEvent)]
    [InlineData("""{"eventName":"EndSecretVersionDelete"}""", ServiceEvent)]
    [InlineData("""{"name":"db","labelUpdated":"AWSPENDING","versionId":"a1b2"}""", "Secret Label Updated")]
    [InlineData("""{"name":"db","labelUpdated":"AWSPREVIOUS","versionId":"a1b2"}""", "Secret Label Updated")]
    [InlineData("""{"operation":"Delete","name":"db"}""", "Parameter Store Change", "aws.ssm",
        "arn:aws:ssm:eu-west-1:123456789012:parameter/db")]
    [InlineData("""{"eventName":"SERVICE_DEPLOYMENT_IN_PROGRESS","reason":""}""", "ECS Deployment State Change", "aws.ecs", Service)]
    public void What_gives_no_new_task_another_value_is_ignored(
        string detail, string type = RecordedCall, string source = "aws.secretsmanager", string resource = Arn) =>
        ReadOne(Event(source, type, JsonNode.Parse(detail)!.AsObject(), resource)).ShouldBeOfType<Ignored>();

    [Theory]
    [InlineData("Create", false)]
    [InlineData("Update", false)]
    [InlineData("LabelParameterVersion", true)]
    public void A_parameter_s_change_is_read(string operation, bool labelMoved)
    {
        var change = ReadOne(Event(
            "aws.ssm", "Parameter Store Change", new() { ["operation"] = operation, ["name"] = "/prod/db" },
            "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db")).ShouldBeOfType<ParameterChange>();
        change.Parameter.Resource.ShouldBe("parameter/prod/db");
        change.LabelMoved.ShouldBe(labelMoved);
        change.ChangedBy.ShouldBe(Fixture.Noon.AddSeconds(1));
    }

    [Fact]
    public void A_parameter_is_named_by_the_detail_where_resources_are_empty() =>
        ReadOne(Event("aws.ssm", "Parameter Store Change", new JsonObject { ["operation"] = "Update", ["name"] = "/prod/db" }))
            .ShouldBeOfType<ParameterChange>().Parameter.ToString().ShouldBe("arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db");

    [Fact]
    public void The_end_of_a_deployment_is_read_with_and_without_a_cluster()
    {
        var json = Deployment("SERVICE_DEPLOYMENT_FAILED");
        json["detail"]!["clusterArn"] = "arn:aws:ecs:eu-west-1:123456789012:cluster/blue";

        ReadOne(json).ShouldBeOfType<ServiceChange>().Cluster.ShouldBe("arn:aws:ecs:eu-west-1:123456789012:cluster/blue");
    }

    [Fact]
    public void A_deployment_s_cluster_is_read_from_the_service_s_ARN_otherwise() =>
        ReadOne(Deployment("SERVICE_DEPLOYMENT_COMPLETED")).ShouldBeOfType<ServiceChange>().Cluster.ShouldBe("blue");

    [Theory]
    [InlineData("aws.events")]
    [InlineData("aws.scheduler")]
    public void A_schedule_is_a_sweep(string source) => ReadOne(Event(source, "Scheduled Event", [])).ShouldBe(new Sweep(false));

    [Theory]
    [InlineData("""{"secretId":"db"}""", false)]
    [InlineData("""{"secretId":"db","dryRun":true}""", true)]
    public void A_request_by_hand_is_read(string json, bool dryRun) =>
        ReadOne(JsonNode.Parse(json)!).ShouldBe(new ManualRequest("db", dryRun));

    [Fact]
    public void A_sweep_by_hand_is_read() => ReadOne(JsonNode.Parse("""{"sweep":true,"dryRun":true}""")!).ShouldBe(new Sweep(true));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"secretId":7}""")]
    [InlineData("""{"secretId":""}""")]
    [InlineData("""{"secretId":"db","dryRun":"true"}""")]
    [InlineData("""{"sweep":"yes"}""")]
    [InlineData("""{"source":"aws.secretsmanager","detail-type":"Secret Label Updated"}""")]
    [InlineData("""{"source":"aws.secretsmanager","detail-type":"Secret Label Updated","time":"yesterday"}""")]
    [InlineData("""{"source":"aws.secretsmanager","detail-type":"Secret Label Updated","time":"2026-03-01T12:00:00Z"}""")]
    [InlineData("""{"source":"aws.secretsmanager","detail-type":"Secret Label Updated","time":"2026-03-01T12:00:00Z","resources":[7],"detail":[]}""")]
    [InlineData("""{"source":"aws.secretsmanager","detail-type":"AWS Service Event via CloudTrail","time":"2026-03-01T12:00:00Z","detail":{"eventName":"RotationSucceeded"}}""")]
    [InlineData("""{"source":"aws.ecs","detail-type":"ECS Deployment State Change","time":"2026-03-01T12:00:00Z","resources":["arn:aws:s3:::b/k"],"detail":{}}""")]
    [InlineData("""{"source":"aws.ecs","detail-type":"ECS Deployment State Change","time":"2026-03-01T12:00:00Z","resources":["arn:aws:ecs:r:a:service/web"],"detail":{}}""")]
    [InlineData("""{"source":"aws.ssm","detail-type":"Parameter Store Change","time":"2026-03-01T12:00:00Z","detail":{}}""")]
    [InlineData("""{"source":"com.example","detail-type":"Something","time":"2026-03-01T12:00:00Z"}""")]
    public void Anything_else_is_kept_as_not_understood_with_a_reason(string json) =>
        ReadOne(JsonNode.Parse(json)).ShouldBeOfType<NotUnderstood>().Problem.ShouldNotBeNullOrEmpty();

    [Fact]
    public void A_batch_yields_one_delivery_per_message()
    {
        var batch = new JsonObject
        {
            ["Records"] = new JsonArray(
                Message("m1", LabelUpdated("AWSCURRENT").ToJsonString(), 1),
                Message("m2", "no JSON", 4),
                Message("m3", "{}", 1),
                new JsonObject { ["messageId"] = "m4" }),
        };

        var deliveries = Read(batch);

        deliveries.Select(d => d.MessageId).ShouldBe(["m1", "m2", "m3", "m4"]);
        deliveries.Select(d => d.Trigger is NotUnderstood).ShouldBe([false, true, true, true]);
        deliveries.Select(d => d.ReceiveCount).ShouldBe([1, 4, 1, 1]);
    }

    private static JsonObject Message(string id, string body, int received) => new()
    {
        ["messageId"] = id,
        ["body"] = body,
        ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = $"{received}" },
        ["eventSource"] = "aws:sqs",
    };

    private static JsonObject LabelUpdated(string label) => Event(
        "aws.secretsmanager", "Secret Label Updated", new() { ["name"] = "db", ["labelUpdated"] = label, ["versionId"] = "a1b2" }, Arn);

    private static JsonObject ApiCall(string detail) =>
        Event("aws.secretsmanager", RecordedCall, JsonNode.Parse(detail)!.AsObject());

    private static JsonObject Deployment(string name) => Event(
        "aws.ecs", "ECS Deployment State Change", new() { ["eventName"] = name, ["reason"] = "task failed to start." }, Service);

    private static JsonObject Event(string source, string detailType, JsonObject detail, params string[] resources) =>
        Fixture.Event(source, detailType, Fixture.Noon, resources, detail);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    public void Input_that_is_not_JSON_is_refused_with_what_to_do(string input)
    {
        var error = Should.Throw<EventMalformedException>(() => TriggerReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(input))));

        error.Message.ShouldContain("not JSON");
        error.Message.ShouldContain("secretId");
    }

    private static Trigger ReadOne(JsonNode? json) => Read(json).ShouldHaveSingleItem().Trigger;

    private static IReadOnlyList<Delivery> Read(JsonNode? json) =>
        TriggerReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json?.ToJsonString() ?? "null")));
}
