namespace RotationLambdas.Sandbox.Tests.Iam;

public class TemplatePolicyTests
{
    /// <summary>Actions for which the Service Authorization Reference has no resource type, or which AWS authorises on all
    /// resources.</summary>
    private static readonly string[] WithoutResource =
    [
        "ecs:DescribeTaskDefinition", "ecs:ListClusters", "ecs:ListServices", "ecs:ListTasks", "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets", "secretsmanager:ListSecrets",
        "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    public static IEnumerable<object[]> Statements =>
        ExampleStack.Full.Roles.SelectMany(role => role.Statements.Select(statement => new object[] { role.LogicalId, statement.Sid }));

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_allows_named_actions_on_the_narrowest_resource(string role, string sid)
    {
        var statement = ExampleStack.Full.Role(role).Statements.Single(one => one.Sid == sid);

        statement.Actions.ShouldAllBe(action => !action.Contains('*') && !action.Contains('?'));
        statement.Actions.ShouldBe(statement.Actions.Order(StringComparer.Ordinal));
        if (statement.Effect == PolicyEffect.Allow && statement.Resources.Contains("*"))
        {
            statement.Actions.ShouldBeSubsetOf(WithoutResource);
        }
    }

    [Fact]
    public void Every_statement_has_a_name_of_its_own_within_its_role() =>
        ExampleStack.Full.Roles.ShouldAllBe(
            role => role.Statements.Select(statement => statement.Sid).Distinct().Count() == role.Statements.Count);

    [Fact]
    public void A_resource_of_all_is_explained_beside_it()
    {
        var lines = File.ReadAllLines(Repository.PathOf("template.yaml"));
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Contains("Resource: \"*\"", StringComparison.Ordinal) && !lines[at].Contains('#', StringComparison.Ordinal))
            {
                var above = lines[..at].Reverse().TakeWhile(line => !line.TrimStart().StartsWith("Resource:", StringComparison.Ordinal))
                    .Take(40);
                above.ShouldContain(line => line.TrimStart().StartsWith('#'), $"line {at + 1}");
            }
        }
    }

    [Fact]
    public void Network_interfaces_may_be_made_in_a_shared_VPC() =>
        ExampleStack.Full.Role("PostgresRotationRole").Statements.Single(one => one.Sid == "LambdaAttachesToNetwork")
            .Resources.ShouldBe(["arn:aws:ec2:eu-west-1:*:*/*"]);

    [Fact]
    public void The_roles_are_assumed_by_Lambda_alone() =>
        ExampleStack.Full.Resources.Where(one => one.Value!["Type"]!.GetValue<string>() == "AWS::IAM::Role")
            .SelectMany(one => PolicyStatement.ReadAll(one.Value!["Properties"]!["AssumeRolePolicyDocument"]!))
            .ShouldAllBe(
                statement => statement.Principals.Single() == "lambda.amazonaws.com" && statement.Actions.Single() == "sts:AssumeRole");

    [Fact]
    public void Secrets_Manager_may_invoke_the_rotation_for_this_account_alone()
    {
        var permission = ExampleStack.Full.Resources["PostgresRotationPermission"]!["Properties"]!;

        permission["Principal"]!.GetValue<string>().ShouldBe("secretsmanager.amazonaws.com");
        permission["SourceAccount"]!.GetValue<string>().ShouldBe("123456789012");
        permission["Action"]!.GetValue<string>().ShouldBe("lambda:InvokeFunction");
    }

    [Fact]
    public void A_key_is_used_through_Secrets_Manager_or_SQS_and_in_no_other_way()
    {
        var keyStatements = ExampleStack.Full.Roles.SelectMany(role => role.Statements)
            .Where(statement => statement.Actions.Any(action => action.StartsWith("kms:", StringComparison.Ordinal))).ToList();

        keyStatements.Count.ShouldBe(3);
        keyStatements.ShouldAllBe(statement => statement.Conditions.Any(condition => condition.Key == "kms:ViaService"));
        keyStatements.Where(statement => statement.Sid != "DecryptQueue")
            .ShouldAllBe(statement => statement.Conditions.Any(condition => condition.Key == "kms:EncryptionContext:SecretARN"));
    }
}
