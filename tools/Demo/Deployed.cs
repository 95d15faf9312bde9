using RotationLambdas.Sandbox.Template;

namespace RotationLambdas.Demo;

/// <summary>The stack of template.yaml in the sandbox: the packaged functions, wired as the template has it, with its policies
/// enforced.</summary>
internal static class Deployed
{
    public const string RotationFunction = StackName + "-PostgresRotation";

    private const string StackName = "demo";

    public static TemplateDeployment Deploy(DemoOptions options, SandboxHost sandbox, IDatabaseServer database, string superuserSecretArn)
    {
        var settings = new StackSettings(StackName, sandbox.Options.Region, sandbox.Options.AccountId, sandbox.Endpoint);
        var stack = StackTemplate.Load(options.Template).Resolve(settings, new Dictionary<string, string>
        {
            // A network of this machine needs none of these three; the template does.
            ["VpcId"] = "vpc-0",
            ["SubnetIds"] = "subnet-0,subnet-1",
            ["DatabaseSecurityGroupIds"] = "sg-0",
            ["SuperuserSecretArns"] = superuserSecretArn,
            ["SecretNamePrefixes"] = "*",
            ["DryRun"] = "false",
            ["TlsCaFile"] = database.RootCertificateFile,
            ["CoalesceSeconds"] = "1",
        });
        return TemplateDeployment.Deploy(sandbox, stack, new Dictionary<string, string>
        {
            ["PostgresRotationFunction"] = Path.Combine(options.Packages, "PostgresRotation"),
            ["EcsRedeploymentFunction"] = Path.Combine(options.Packages, "EcsRedeployment"),
        });
    }
}
