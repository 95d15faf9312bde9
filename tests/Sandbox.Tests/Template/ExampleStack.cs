namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>The repository's template, deployed with everything optional switched on, or as it is by default.</summary>
internal static class ExampleStack
{
    public const string SuperuserSecretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:superuser-Ab12Cd";

    public const string RdsSuperuserSecretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-0-Ab12Cd";

    public const string SuperuserKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000001";

    public const string SecretKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000002";

    public static StackSettings Settings { get; } = new("rotation", "eu-west-1", "123456789012", new Uri("http://127.0.0.1:4566"));

    public static Dictionary<string, string> Required => new()
    {
        ["VpcId"] = "vpc-1",
        ["SubnetIds"] = "subnet-1,subnet-2",
        ["DatabaseSecurityGroupIds"] = "sg-1",
    };

    public static Dictionary<string, string> EverythingOn => new(Required)
    {
        ["SuperuserSecretArns"] = $"{SuperuserSecretArn},{RdsSuperuserSecretArn}",
        ["SuperuserSecretKmsKeyArns"] = SuperuserKeyArn,
        ["SecretKmsKeyArns"] = SecretKeyArn,
        ["CreateSecretsManagerEndpoint"] = "true",
        ["CreateCustomerKey"] = "true",
        ["TracingMode"] = "Active",
        ["AlarmEmail"] = "operator@example.com",
        ["EcsClusters"] = "web,batch-*",
        ["TrustSettings"] = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:trust-Ab12Cd",
        ["RedeployOnParameterChange"] = "true",
        ["SecretNamePrefixes"] = "*",
        ["DryRun"] = "false",
        ["CodeDeployServices"] = "deploy",
    };

    public static StackTemplate Template { get; } = StackTemplate.Load(Repository.PathOf("template.yaml"));

    public static Stack Default => Template.Resolve(Settings, Required);

    public static Stack Full => Template.Resolve(Settings, EverythingOn);

    /// <summary>With these parameters besides those that are required.</summary>
    public static Stack With(params (string Name, string Value)[] parameters) => Template.Resolve(
        Settings, Required.ExceptBy(parameters.Select(one => one.Name), one => one.Key)
            .Concat(parameters.Select(one => KeyValuePair.Create(one.Name, one.Value))).ToDictionary());
}
