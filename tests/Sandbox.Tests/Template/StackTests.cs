namespace RotationLambdas.Sandbox.Tests.Template;

public class StackTests
{
    [Fact]
    public void Visibility_timeout_is_six_function_timeouts_and_the_batching_window()
    {
        var stack = ExampleStack.With(("CoalesceSeconds", "300"));

        var mapping = stack.EventSourceMappings.ShouldHaveSingleItem();
        stack.Queue(mapping.Settings.QueueArn).Settings.VisibilityTimeout.ShouldBeGreaterThanOrEqualTo(
            (6 * stack.Function(mapping.Function).Timeout) + mapping.Settings.BatchingWindow);
    }

    [Fact]
    public void Messages_are_batched_reported_singly_and_end_in_the_dead_letter_queue()
    {
        var stack = ExampleStack.Default;
        var mapping = stack.EventSourceMappings.ShouldHaveSingleItem();

        mapping.Function.ShouldBe("EcsRedeploymentFunction");
        mapping.Settings.BatchingWindow.ShouldBe(TimeSpan.FromSeconds(30));
        mapping.Settings.BatchSize.ShouldBe(100);
        mapping.Settings.MaximumConcurrency.ShouldBe(2);
        mapping.Settings.ReportBatchItemFailures.ShouldBeTrue();
        var queue = stack.Queue(mapping.Settings.QueueArn).Settings;
        queue.MaxReceiveCount.ShouldBe(5);
        stack.Queue(queue.DeadLetterTargetArn!).Settings.RetentionPeriod.ShouldBeGreaterThan(queue.RetentionPeriod);
    }

    [Fact]
    public void Every_rule_may_send_to_the_queue_and_its_dead_letter_queue()
    {
        foreach (var stack in new[] { ExampleStack.Default, ExampleStack.Full })
        {
            foreach (var rule in stack.Rules)
            {
                var target = rule.Targets.ShouldHaveSingleItem();
                (rule.LogicalId == "RotationFailedRule" || QueueAccess.MaySend(stack.Queue(target.Arn), rule.Arn)).ShouldBeTrue(rule.Name);
                QueueAccess.MaySend(stack.Queue(target.DeadLetterQueueArn!), rule.Arn).ShouldBeTrue(rule.Name);
            }

            QueueAccess.MaySend(stack.Queues[0], "arn:aws:events:eu-west-1:123456789012:rule/another").ShouldBeFalse();
        }
    }

    [Fact]
    public void Queues_are_encrypted_by_SQS_or_by_the_customers_key()
    {
        ExampleStack.Default.Queues.ShouldAllBe(queue => queue.Settings.KmsMasterKeyId == null);
        ExampleStack.Full.Queues.ShouldAllBe(queue => queue.Settings.KmsMasterKeyId != null);
        foreach (var (stack, managed) in new[] { (ExampleStack.Default, true), (ExampleStack.Full, false) })
        {
            stack.Resources.Where(one => one.Value!["Type"]!.GetValue<string>() == "AWS::SQS::Queue")
                .ShouldAllBe(one => one.Value!["Properties"]!.AsObject().ContainsKey("SqsManagedSseEnabled") == managed);
        }
    }

    [Fact]
    public void Every_target_of_every_rule_has_a_dead_letter_queue()
    {
        var targets = Directory.GetFiles(Repository.PathOf("examples"), "*.yaml")
            .Concat(Directory.GetFiles(Repository.PathOf("deploy"), "*.yaml"))
            .Append(Repository.PathOf("template.yaml"))
            .SelectMany(file => StackTemplate.Load(file).Root["Resources"]!.AsObject())
            .Where(one => (string?)one.Value!["Type"] == "AWS::Events::Rule")
            .SelectMany(one => one.Value!["Properties"]!["Targets"]!.AsArray()).ToList();

        targets.Count.ShouldBe(7);
        targets.ShouldAllBe(target => target!["DeadLetterConfig"]!["Arn"] != null);
    }

    [Fact]
    public void Published_versions_are_invoked_through_their_aliases()
    {
        var stack = ExampleStack.Template.Resolve(
            ExampleStack.Settings, new Dictionary<string, string>(ExampleStack.EverythingOn) { ["PublishVersion"] = "1.4.0" });
        string Text(string id, string property) => (string)stack.Resources[id]!["Properties"]![property]!;

        foreach (var (function, output) in new[] { ("PostgresRotation", "Rotation"), ("EcsRedeployment", "Redeployment") })
        {
            stack.Outputs[$"{output}FunctionArn"].ShouldBe($"arn:aws:lambda:eu-west-1:123456789012:function:rotation-{function}:live");
            Text($"{function}Version", "Description").ShouldBe("1.4.0");
        }

        Text("PostgresRotationPermission", "FunctionName").ShouldBe(stack.Outputs["RotationFunctionArn"]);
        Text("EcsRedeploymentFunctionQueue", "FunctionName").ShouldBe(stack.Outputs["RedeploymentFunctionArn"]);
        stack.Resources["DeploymentGroup"]!["Properties"]!["AlarmConfiguration"]!["Alarms"]!.AsArray()
            .Select(alarm => (string)alarm!["Name"]!).ShouldBe(["rotation-RotationErrors", "rotation-RedeploymentErrors"]);
    }

    [Theory]
    [InlineData(47, true)]
    [InlineData(48, false)]
    public void A_function_name_has_at_most_64_characters(int stackName, bool fits)
    {
        var settings = ExampleStack.Settings with { StackName = new string('a', stackName) };

        var error = Record.Exception(() => ExampleStack.Template.Resolve(settings, ExampleStack.Required));

        (error is null).ShouldBe(fits, error?.Message);
    }

    [Fact]
    public void What_is_optional_is_left_out_by_default()
    {
        var left = ExampleStack.Full.Resources.Select(one => one.Key).Except(ExampleStack.Default.Resources.Select(one => one.Key));
        left.ShouldBe(
            [
                "SecretsManagerEndpoint", "SecretsManagerEndpointIngress", "AlarmSubscription", "CustomerKey", "ParameterChangedRule",
                "RolloutOverdueAlarm",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Concurrency_is_reserved_on_request_only()
    {
        ExampleStack.Default.Function("PostgresRotationFunction").ReservedConcurrency.ShouldBeNull();
        ExampleStack.With(("RotationConcurrency", "10")).Function("PostgresRotationFunction").ReservedConcurrency.ShouldBe(10);
    }

    [Fact]
    public void Groups_and_ranges_get_their_egress_and_ingress_rules()
    {
        var stack = ExampleStack.With(
            ("DatabaseSecurityGroupIds", "sg-1,sg-2,sg-3"), ("DatabaseCidrs", "10.0.0.0/16,10.1.0.0/16"),
            ("DatabasePorts", "5432,6432"), ("HttpsEgressIpv6Cidr", "::/0"));
        var egress = stack.Resources["PostgresRotationSecurityGroup"]!["Properties"]!["SecurityGroupEgress"]!.AsArray()
            .Select(rule => rule!.AsObject()).ToList();
        egress.Select(rule => (string?)rule["DestinationSecurityGroupId"] ?? (string?)rule["CidrIp"] ?? (string?)rule["CidrIpv6"])
            .ShouldBe(["sg-1", "sg-2", "sg-3", "10.0.0.0/16", "10.1.0.0/16", "0.0.0.0/0", "::/0"]);
        egress.Take(5).ShouldAllBe(rule => (string)rule["FromPort"]! == "5432" && (string)rule["ToPort"]! == "6432");
        stack.Resources.Where(one => one.Key.StartsWith("DatabaseIngress")).Select(one => (string)one.Value!["Properties"]!["GroupId"]!)
            .ShouldBe(["sg-1", "sg-2", "sg-3"]);
    }

    [Fact]
    public void What_an_account_demands_reaches_every_role_function_and_alarm()
    {
        const string Topic = "arn:aws-cn:sns:cn-north-1:123456789012:alarms";
        const string Boundary = "arn:aws-cn:iam::123456789012:policy/boundary";
        var resources = ExampleStack.Template.Resolve(ExampleStack.Settings, new Dictionary<string, string>(ExampleStack.EverythingOn)
        {
            ["PermissionsBoundaryArn"] = Boundary,
            ["RolePath"] = "/platform/",
            ["ExistingAlarmTopicArn"] = Topic,
            ["AlarmEmail"] = "",
            ["ExistingSecurityGroupId"] = "sg-9",
            ["CaLayerArn"] = "arn:aws-cn:lambda:cn-north-1:123456789012:layer:ca:1",
            ["HttpsEgressIpv6Cidr"] = "::/0",
            ["PublishVersion"] = "1",
        }).Resources;
        List<JsonObject> OfType(string type) =>
            [.. resources.Where(one => (string?)one.Value!["Type"] == type).Select(one => one.Value!["Properties"]!.AsObject())];

        OfType("AWS::IAM::Role").Select(role => ((string?)role["PermissionsBoundary"], (string?)role["Path"]))
            .ShouldBe(Enumerable.Repeat<(string?, string?)>((Boundary, "/platform/"), 3));
        OfType("AWS::CloudWatch::Alarm").ShouldAllBe(alarm => (string?)alarm["AlarmActions"]![0] == Topic);
        OfType("AWS::SNS::Topic").Concat(OfType("AWS::EC2::SecurityGroup")).ShouldBeEmpty();
        var rotation = resources["PostgresRotationFunction"]!["Properties"]!;
        rotation["Layers"]!.AsArray().Count.ShouldBe(1);
        rotation["VpcConfig"]!["SecurityGroupIds"]!.ToJsonString().ShouldBe("""["sg-9"]""");
        rotation["VpcConfig"]!["Ipv6AllowedForDualStack"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void No_template_names_a_partition() =>
        Directory.GetFiles(Repository.PathOf("deploy"), "*.yaml").Append(Repository.PathOf("template.yaml"))
            .ShouldAllBe(file => !File.ReadAllText(file).Contains("arn:aws:"));

    [Fact]
    public void The_created_endpoint_serves_the_function_alone()
    {
        var endpoint = ExampleStack.Full.Resources["SecretsManagerEndpoint"]!["Properties"]!;
        endpoint["PrivateDnsEnabled"]!.GetValue<bool>().ShouldBeFalse();
        ExampleStack.Full.Function("PostgresRotationFunction").Environment["AWS_ENDPOINT_URL_SECRETS_MANAGER"]
            .ShouldBe("https://vpce-0a1b2c3d.secretsmanager.eu-west-1.vpce.amazonaws.com");
        ExampleStack.Template.Resolve(
            ExampleStack.Settings, new Dictionary<string, string>(ExampleStack.EverythingOn) { ["EndpointSubnetIds"] = "subnet-1" })
            .Resources["SecretsManagerEndpoint"]!["Properties"]!["SubnetIds"]!.ToJsonString().ShouldBe("""["subnet-1"]""");
    }

    [Fact]
    public void Rules_of_secret_events_match_the_prefixes_only()
    {
        var rule = ExampleStack.With(("SecretNamePrefixes", "dev/,test/")).Rules.Single(one => one.LogicalId == "SecretLabelUpdatedRule");
        rule.EventPattern!["detail"]!.ToJsonString().ShouldBe("""{"name":[{"prefix":"dev/"},{"prefix":"test/"}]}""");
        ExampleStack.Default.Rules.Single(one => one.LogicalId == "SecretLabelUpdatedRule").EventPattern!.ContainsKey("detail")
            .ShouldBeFalse();
    }

    [Fact]
    public void A_topic_policy_has_no_condition_for_EventBridge()
    {
        var statements = PolicyStatement.ReadAll(ExampleStack.Full.Resources["AlarmTopicPolicy"]!["Properties"]!["PolicyDocument"]!);
        statements.Single(one => one.Principals.Contains("events.amazonaws.com")).Conditions.ShouldBeEmpty();
    }

    [Fact]
    public void The_key_admits_EventBridge_by_the_topic_and_by_the_rule()
    {
        var statements = PolicyStatement.ReadAll(ExampleStack.Full.Resources["CustomerKey"]!["Properties"]!["KeyPolicy"]!);
        statements.Where(one => one.Principals.Contains("events.amazonaws.com")).Select(one => one.Conditions.Single().Key)
            .ShouldBe(["kms:EncryptionContext:aws:sns:topicArn", "aws:SourceArn"]);
    }

    [Fact]
    public void An_alarm_on_a_state_outlasts_a_sweep_and_no_sweep_is_no_health()
    {
        var alarms = ExampleStack.Full.Resources.Where(one => (string?)one.Value!["Type"] == "AWS::CloudWatch::Alarm")
            .ToDictionary(one => one.Key, one => one.Value!["Properties"]!.AsObject());

        alarms.Values.ShouldAllBe(alarm => !alarm.ContainsKey("OKActions"));
        alarms.Values.Where(
            alarm => (string?)alarm["Statistic"] == "Maximum" && ((string)alarm["Namespace"]!).StartsWith("RotationLambdas/"))
            .ShouldAllBe(alarm => int.Parse(Intrinsics.Text(alarm["Period"])!, CultureInfo.InvariantCulture) >= 7200);
        ((string?)alarms["NoSweepAlarm"]["TreatMissingData"]).ShouldBe("breaching");
    }

    [Fact]
    public void Nothing_is_exported() =>
        ExampleStack.Template.Root["Outputs"]!.AsObject().ShouldAllBe(one => !one.Value!.AsObject().ContainsKey("Export"));

    [Fact]
    public void Logs_and_the_key_survive_the_stack_but_not_a_failed_creation()
    {
        foreach (var id in new[] { "PostgresRotationLogGroup", "EcsRedeploymentLogGroup", "CustomerKey" })
        {
            ((string?)ExampleStack.Template.Root["Resources"]![id]!["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        }
    }

    [Fact]
    public void The_dashboards_are_JSON_and_show_every_alarm()
    {
        foreach (var stack in new[] { ExampleStack.Default, ExampleStack.Full })
        {
            var shown = new[] { "RotationDashboard", "RedeploymentDashboard" }
                .Select(id => JsonNode.Parse(stack.Resources[id]!["Properties"]!["DashboardBody"]!.GetValue<string>())!)
                .SelectMany(body => body["widgets"]!.AsArray())
                .Where(widget => (string)widget!["type"]! == "alarm")
                .SelectMany(
                    widget => widget!["properties"]!["alarms"]!.AsArray().Select(arn => arn!.GetValue<string>().Split(":alarm:")[1]));
            shown.ShouldBe(stack.Alarms.Select(alarm => alarm.Name), ignoreOrder: true);
        }
    }

    [Fact]
    public void Both_functions_have_the_handler_of_every_kind_of_package()
    {
        var functions = ExampleStack.Default.Resources.Where(one => one.Value!["Type"]!.GetValue<string>() == "AWS::Serverless::Function")
            .Select(one => one.Value!["Properties"]!).ToList();

        functions.Count.ShouldBe(2);
        functions.ShouldAllBe(one => one["Handler"]!.GetValue<string>() == "bootstrap" && one["Runtime"]!.GetValue<string>() == "dotnet10");
        functions.ShouldAllBe(one => one["Architectures"]!.ToJsonString() == "[\"x86_64\"]");
        functions.ShouldAllBe(one => Directory.Exists(Repository.PathOf(one["CodeUri"]!.GetValue<string>())));
    }
}
