using RotationLambdas.Sandbox.Template;

namespace RotationLambdas.Sandbox.Tests.Template;

public class TemplateParametersTests
{
    [Theory]
    [InlineData("VpcId", null, "Parameters: [VpcId] must have values")]
    [InlineData("NoSuchThing", "1", "Parameters: [NoSuchThing] do not exist in the template")]
    [InlineData("Architecture", "mips", "must be one of AllowedValues: arm64, x86_64")]
    [InlineData("RotationConcurrency", "-1", "must be a number from 0 to 1000")]
    [InlineData("RotationConcurrency", "ten", "must be a number. It is 'ten'.")]
    [InlineData("SecretNamePrefix", "prod/*", "without a wildcard")]
    [InlineData("SecretKmsKeyArn", "alias/mine", "has to be the ARN of a key (not of an alias)")]
    [InlineData("SuperuserSecretArn", "postgres-admin", "has to be the complete ARN of a secret")]
    [InlineData("AlternateUserSuffix", "", "has to be 1 to 16 letters, digits or underscores")]
    [InlineData("AlarmEmail", "nobody", "has to be an e-mail address, or empty")]
    [InlineData("EcsClusters", "web, batch", "without spaces")]
    [InlineData("SweepSchedule", "hourly", "has to be a schedule expression")]
    [InlineData("CoalesceSeconds", "301", "must be a number from 1 to 300")]
    [InlineData("ExampleSecretDatabase", "a\"b", "without quotes and backslashes")]
    public void A_parameter_that_makes_no_sense_is_refused_before_anything_is_deployed(string name, string? value, string message)
    {
        var parameters = ExampleStack.Required;
        parameters.Remove(name);
        if (value is not null)
        {
            parameters[name] = value;
        }

        Should.Throw<TemplateException>(() => ExampleStack.Template.Resolve(ExampleStack.Settings, parameters)).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("ExampleSecretHost", "db.example.com", "ExampleSecretHost needs SuperuserSecretArn")]
    [InlineData("RotationStrategy", "alternating-users", "RotationStrategy alternating-users needs SuperuserSecretArn")]
    public void A_parameter_that_needs_another_one_says_so(string name, string value, string message)
    {
        var parameters = ExampleStack.Required;
        parameters[name] = value;

        Should.Throw<TemplateException>(() => ExampleStack.Template.Resolve(ExampleStack.Settings, parameters)).Message.ShouldContain(message);
    }

    [Fact]
    public void Every_parameter_has_a_description_and_stands_in_a_group()
    {
        var root = ExampleStack.Template.Root;
        var grouped = root["Metadata"]!["AWS::CloudFormation::Interface"]!["ParameterGroups"]!.AsArray()
            .SelectMany(group => group!["Parameters"]!.AsArray().Select(name => name!.GetValue<string>())).ToList();

        grouped.ShouldBeUnique();
        grouped.Order(StringComparer.Ordinal).ShouldBe(root["Parameters"]!.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal));
        root["Parameters"]!.AsObject().ShouldAllBe(one => one.Value!["Description"]!.GetValue<string>().EndsWith('.'));
    }

    [Fact]
    public void Three_values_are_all_that_a_deployment_needs() =>
        ExampleStack.Template.Root["Parameters"]!.AsObject().Where(one => one.Value!["Default"] is null).Select(one => one.Key)
            .ShouldBe(["VpcId", "SubnetIds", "DatabaseSecurityGroupId"]);
}
