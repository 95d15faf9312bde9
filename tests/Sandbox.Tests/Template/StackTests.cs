using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Template;

namespace RotationLambdas.Sandbox.Tests.Template;

public class StackTests
{
    [Fact]
    public void The_queue_hides_a_message_for_six_times_the_functions_timeout_and_the_batching_window()
    {
        var parameters = ExampleStack.Required;
        parameters["CoalesceSeconds"] = "300";
        var stack = ExampleStack.Template.Resolve(ExampleStack.Settings, parameters);

        var mapping = stack.EventSourceMappings.ShouldHaveSingleItem();
        stack.Queue(mapping.QueueArn).VisibilityTimeout.ShouldBeGreaterThanOrEqualTo((6 * stack.Function(mapping.Function).Timeout) + mapping.BatchingWindow);
    }

    [Fact]
    public void Messages_are_gathered_named_when_they_fail_and_end_in_the_dead_letter_queue()
    {
        var stack = ExampleStack.Default;
        var mapping = stack.EventSourceMappings.ShouldHaveSingleItem();

        mapping.Function.ShouldBe("EcsRedeploymentFunction");
        mapping.BatchingWindow.ShouldBe(TimeSpan.FromSeconds(30));
        mapping.BatchSize.ShouldBe(100);
        mapping.MaximumConcurrency.ShouldBe(2);
        mapping.ReportsBatchItemFailures.ShouldBeTrue();
        var queue = stack.Queue(mapping.QueueArn);
        queue.MaxReceiveCount.ShouldBe(5);
        stack.Queue(queue.DeadLetterTargetArn!).RetentionPeriod.ShouldBeGreaterThan(queue.RetentionPeriod);
    }

    [Fact]
    public void Every_rule_that_leads_to_the_queue_may_send_to_it_and_to_its_dead_letter_queue()
    {
        foreach (var stack in new[] { ExampleStack.Default, ExampleStack.Full })
        {
            foreach (var rule in stack.Rules.Where(rule => rule.Name != "rotation-RotationFailedRule"))
            {
                var target = rule.Targets.ShouldHaveSingleItem();
                QueueAccess.MaySend(stack.Queue(target.Arn), rule.Arn).ShouldBeTrue(rule.Name);
                QueueAccess.MaySend(stack.Queue(target.DeadLetterQueueArn!), rule.Arn).ShouldBeTrue(rule.Name);
            }

            QueueAccess.MaySend(stack.Queues[0], "arn:aws:events:eu-west-1:123456789012:rule/another").ShouldBeFalse();
        }
    }

    [Fact]
    public void Queues_are_encrypted_by_SQS_itself_or_by_the_customers_key_and_never_by_both()
    {
        ExampleStack.Default.Queues.ShouldAllBe(queue => queue.KmsMasterKeyId == null);
        ExampleStack.Full.Queues.ShouldAllBe(queue => queue.KmsMasterKeyId != null);
        foreach (var (stack, managed) in new[] { (ExampleStack.Default, true), (ExampleStack.Full, false) })
        {
            stack.Resources.Where(one => one.Value!["Type"]!.GetValue<string>() == "AWS::SQS::Queue")
                .ShouldAllBe(one => one.Value!["Properties"]!.AsObject().ContainsKey("SqsManagedSseEnabled") == managed);
        }
    }

    [Fact]
    public void What_is_optional_is_left_out_by_default()
    {
        var left = ExampleStack.Full.Resources.Select(one => one.Key).Except(ExampleStack.Default.Resources.Select(one => one.Key));

        left.ShouldBe(
            [
                "SecretsManagerEndpoint", "SecretsManagerEndpointSecurityGroup", "SecretsManagerEndpointIngress", "AlarmSubscription", "CustomerKey", "ExampleSecret",
                "ExampleSecretRotation",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Reserved_concurrency_leaves_Secrets_Manager_room_and_can_be_switched_off()
    {
        var none = ExampleStack.Required;
        none["RotationConcurrency"] = "0";

        ExampleStack.Default.Function("PostgresRotationFunction").ReservedConcurrency.ShouldBe(10);
        ExampleStack.Template.Resolve(ExampleStack.Settings, none).Function("PostgresRotationFunction").ReservedConcurrency.ShouldBeNull();
    }

    [Fact]
    public void The_example_secret_is_JSON_that_the_function_reads()
    {
        var template = ExampleStack.Full.Resources["ExampleSecret"]!["Properties"]!["GenerateSecretString"]!["SecretStringTemplate"]!.GetValue<string>();

        var secret = JsonNode.Parse(template)!.AsObject();
        secret.Select(member => member.Key).ShouldBe(["engine", "host", "port", "dbname", "username"]);
        secret["port"]!.GetValue<int>().ShouldBe(5432);
    }

    [Fact]
    public void The_dashboard_is_JSON_and_shows_every_alarm()
    {
        var stack = ExampleStack.Full;
        var body = JsonNode.Parse(stack.Resources["Dashboard"]!["Properties"]!["DashboardBody"]!.GetValue<string>())!;

        var shown = body["widgets"]!.AsArray()[0]!["properties"]!["alarms"]!.AsArray().Select(arn => arn!.GetValue<string>().Split(":alarm:")[1]);
        shown.ShouldBe(stack.Alarms.Select(alarm => alarm.Name), ignoreOrder: true);
    }

    [Fact]
    public void Both_functions_are_started_by_the_handler_that_serves_every_kind_of_package()
    {
        var functions = ExampleStack.Default.Resources.Where(one => one.Value!["Type"]!.GetValue<string>() == "AWS::Serverless::Function").Select(one => one.Value!["Properties"]!).ToList();

        functions.Count.ShouldBe(2);
        functions.ShouldAllBe(one => one["Handler"]!.GetValue<string>() == "bootstrap" && one["Runtime"]!.GetValue<string>() == "dotnet10");
        functions.ShouldAllBe(one => one["Architectures"]!.ToJsonString() == "[\"arm64\"]");
        functions.ShouldAllBe(one => Directory.Exists(Repository.PathOf(one["CodeUri"]!.GetValue<string>())));
    }
}
