using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

/// <summary>Shapes of task definitions as public repositories have them: the structure only, with names and values of our own. Sources:
/// Terraform container definitions with Secrets Manager and Parameter Store, CDK (`Secret.fromSecretsManager` with a field), AWS Copilot
/// manifests, ecspresso files, FireLens with the Datadog agent, the Splunk log driver, AWS Distro for OpenTelemetry, Windows services with
/// a gMSA and FSx, private registries, Spring Cloud AWS.</summary>
public sealed class TaskDefinitionShapesTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:";
    private const string Parameters = "arn:aws:ssm:eu-west-1:123456789012:parameter";

    public static TheoryData<string, TaskDefinition, string[]> Shapes => new()
    {
        { "terraform-secret", Of(App(secrets: [$"{Arn}shop/db-AbC123", $"{Arn}shop/jwt-AbC124"])), [
            "s:shop/db-AbC123", "s:shop/jwt-AbC124"] },
        { "terraform-parameters", Of(App(secrets: [$"{Parameters}/shop/api-key", "/shop/token", "PLAIN_NAME"])), [
            "p:shop/api-key", "p:shop/token", "p:PLAIN_NAME"] },
        {
            "cdk-fields", Of(
                App(secrets: [
                $"{Arn}DbSecret1A2B3C4D-x1Y2z3A4b5C6-AbC123:host::", $"{Arn}DbSecret1A2B3C4D-x1Y2z3A4b5C6-AbC123:password::"])),
            ["s:DbSecret1A2B3C4D-x1Y2z3A4b5C6-AbC123"]
        },
        { "rds-managed", Of(App(secrets: [$"{Arn}rds!cluster-0a1b2c3d-1111-2222-3333-444455556666-AbC123:password::"])), [
            "s:rds!cluster-0a1b2c3d-1111-2222-3333-444455556666-AbC123"] },
        { "copilot", Of(App(secrets: ["/copilot/shop/prod/secrets/DB_PASSWORD", $"{Arn}shop/prod/smtp-AbC123"])), [
            "p:copilot/shop/prod/secrets/DB_PASSWORD", "s:shop/prod/smtp-AbC123"] },
        { "partial-arn", Of(App(secrets: [$"{Arn}READ_PACKAGES"])), ["n:READ_PACKAGES"] },
        {
            "firelens-datadog", Of(
                App(secrets: [$"{Arn}shop-AbC123"], log: [$"{Arn}datadog-AbC125:apikey::"]),
                new() { Name = "log-router", FirelensConfiguration = new() { Type = "fluentbit" } },
                new() { Name = "agent", Secrets = [new() { Name = "DD_API_KEY", ValueFrom = $"{Arn}datadog-AbC125:apikey::" }] }),
            ["s:shop-AbC123", "s:datadog-AbC125"]
        },
        { "splunk-driver", Of(App(log: [$"{Parameters}/logs/splunk-token"])), ["p:logs/splunk-token"] },
        {
            "private-registry-and-collector", Of(
                new ContainerDefinition { Name = "app", Image = "registry.example.com/shop:1",
                    RepositoryCredentials = new() { CredentialsParameter = $"{Arn}registry-AbC126" } },
                new ContainerDefinition { Name = "collector", Secrets = [
                    new() { Name = "AOT_CONFIG_CONTENT", ValueFrom = "otel-collector-config" }] }),
            ["s:registry-AbC126", "p:otel-collector-config"]
        },
        {
            "windows-gmsa-fsx", new TaskDefinition
            {
                ContainerDefinitions = [new() { Name = "iis", CredentialSpecs = [$"credentialspecdomainless:{Parameters}/ad/gmsa"] }],
                Volumes = [new()
                {
                    Name = "share",
                    FsxWindowsFileServerVolumeConfiguration =
                        new() { FileSystemId = "fs-1",
                        AuthorizationConfig = new() { CredentialsParameter = $"{Arn}ad/share-AbC127", Domain = "example.com" } },
                },
                ],
            },
            ["p:ad/gmsa", "s:ad/share-AbC127"]
        },
        {
            "spring-and-sdk", Of(App(environment:
            [
                ("SPRING_CONFIG_IMPORT", $"aws-secretsmanager:{Arn}shop/spring-AbC128"), ("DB_SECRET_ARN", $"{Arn}shop/sdk-AbC129"),
                ("SPRING_PROFILES_ACTIVE", "prod"), ("CONFIG", "{\"secrets\":[\"" + Arn + "shop/json-AbC130\"]}"),
            ])),
            ["s:shop/spring-AbC128", "s:shop/sdk-AbC129", "s:shop/json-AbC130"]
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reads_a_public_shape(string name, TaskDefinition definition, string[] expected)
    {
        var facts = TaskDefinitionReader.Read(definition, new Location("aws", "eu-west-1", "123456789012"));

        facts.References.Select(reference => $"{Prefix(reference.Source.Kind)}:{reference.Source.Id}").Distinct().ShouldBe(expected, name);
        facts.Problems.ShouldBeEmpty();
    }

    private static string Prefix(SourceKind kind) => kind is SourceKind.SecretByArn ? "s" : kind is SourceKind.SecretByName ? "n" : "p";

    private static TaskDefinition Of(params ContainerDefinition[] containers) => new() { ContainerDefinitions = [.. containers] };

    private static ContainerDefinition App(
        string[]? secrets = null, string[]? log = null, (string Name, string Value)[]? environment = null) => new()
        {
            Name = "app",
            Image = "shop/app:1.0.0",
            Secrets = secrets is null ? null : [.. secrets.Select((from, index) => new Secret { Name = $"S{index}", ValueFrom = from })],
            LogConfiguration = log is null
            ? null : new()
            {
                LogDriver = "awsfirelens",
                SecretOptions = [
            .. log.Select(from => new Secret { Name = "apikey", ValueFrom = from })]
            },
            Environment = environment is null
            ? null : [
            .. environment.Select(variable => new Amazon.ECS.Model.KeyValuePair { Name = variable.Name, Value = variable.Value })],
        };
}
