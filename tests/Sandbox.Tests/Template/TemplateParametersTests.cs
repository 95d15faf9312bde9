namespace RotationLambdas.Sandbox.Tests.Template;

public class TemplateParametersTests
{
    [Theory]
    [InlineData("VpcId", "my-vpc", "must be the id of a VPC")]
    [InlineData("DatabaseSecurityGroupIds", "sg-1,sg-2,sg-3,sg-4,sg-5", "must be 1 to 4 ids of security groups")]
    [InlineData("DatabaseCidrs", "10.0.0.0", "must be 1 to 3 IPv4 ranges")]
    [InlineData("DatabasePorts", "5432,", "must be a port number")]
    [InlineData("NoSuchThing", "1", "Parameters: [NoSuchThing] do not exist in the template")]
    [InlineData("Architecture", "mips", "must be one of AllowedValues: arm64, x86_64")]
    [InlineData("RotationConcurrency", "-1", "must be a number from 0 to 1000")]
    [InlineData("RotationConcurrency", "ten", "must be a number. It is 'ten'.")]
    [InlineData("SecretNamePrefixes", "prod/*", "without a wildcard")]
    [InlineData("SecretKmsKeyArns", "alias/mine", "must be ARNs of keys (not of aliases)")]
    [InlineData("SuperuserSecretArns", "postgres-admin", "must be complete ARNs of secrets")]
    [InlineData("AlternateUserSuffix", "", "must be 1 to 16 letters, digits or underscores")]
    [InlineData("AlarmEmail", "nobody", "must be an e-mail address, or empty")]
    [InlineData("EcsClusters", "web, batch", "without spaces")]
    [InlineData("SweepSchedule", "hourly", "must be a schedule expression")]
    [InlineData("CoalesceSeconds", "301", "must be a number from 1 to 300")]
    // A parameter without another one that it needs.
    [InlineData("SubnetIds", "", "Rotation needs SubnetIds")]
    [InlineData("VpcId", "", "Rotation needs VpcId")]
    [InlineData("DatabaseSecurityGroupIds", "", "Rotation needs a way to the databases")]
    [InlineData("DryRun", "false", "DryRun=false needs SecretNamePrefixes")]
    [InlineData("RotationStrategy", "alternating-users", "RotationStrategy alternating-users needs SuperuserSecretArns")]
    public void An_invalid_parameter_is_refused_before_anything_is_deployed(string name, string value, string message) =>
        Should.Throw<TemplateException>(() => ExampleStack.With((name, value))).Message.ShouldContain(message);

    [Fact]
    public void Every_parameter_has_a_description_and_a_group()
    {
        var root = ExampleStack.Template.Root;
        var grouped = root["Metadata"]!["AWS::CloudFormation::Interface"]!["ParameterGroups"]!.AsArray()
            .SelectMany(group => group!["Parameters"]!.AsArray().Select(name => name!.GetValue<string>())).ToList();

        grouped.ShouldBeUnique();
        grouped.Order(StringComparer.Ordinal).ShouldBe(root["Parameters"]!.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal));
        root["Parameters"]!.AsObject().ShouldAllBe(one => one.Value!["Description"]!.GetValue<string>().EndsWith('.'));
    }

    [Fact]
    public void At_most_55_parameters_and_the_three_that_matter_come_first()
    {
        var names = ExampleStack.Template.Root["Parameters"]!.AsObject().Select(one => one.Key).ToList();
        names.Count.ShouldBeLessThanOrEqualTo(55);
        names.Take(3).ShouldBe(["VpcId", "SubnetIds", "DatabaseSecurityGroupIds"]);
    }

    [Fact]
    public void Redeployment_alone_needs_no_value_but_its_own_name()
    {
        var stack = ExampleStack.Template.Resolve(ExampleStack.Settings, new Dictionary<string, string> { ["Functions"] = "redeployment" });
        stack.Functions.ShouldHaveSingleItem().LogicalId.ShouldBe("EcsRedeploymentFunction");
        stack.Resources.Select(one => (string)one.Value!["Type"]!).ShouldAllBe(type => !type.StartsWith("AWS::EC2::"));
        stack.Function("EcsRedeploymentFunction").Environment["DRY_RUN"].ShouldBe("true");
    }

    [Fact]
    public void Rotation_alone_reads_no_queue_and_no_cluster()
    {
        var stack = ExampleStack.With(("Functions", "rotation"));
        stack.Functions.ShouldHaveSingleItem().LogicalId.ShouldBe("PostgresRotationFunction");
        stack.EventSourceMappings.ShouldBeEmpty();
    }
}
