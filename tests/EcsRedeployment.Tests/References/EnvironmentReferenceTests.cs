namespace RotationLambdas.EcsRedeployment.Tests.References;

public sealed class EnvironmentReferenceTests
{
    private const string Other = "arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:prod/api_key+x=1.2@v-DeF456";
    private readonly Fixture _fixture = new();

    [Theory]
    [InlineData($"aws-secretsmanager:{SecretArn}", "db-AbC123")]
    [InlineData($"optional:aws-secretsmanager:{SecretArn};aws-secretsmanager:{Other}", "db-AbC123", "prod/api_key+x=1.2@v-DeF456")]
    [InlineData("{\"db\":\"" + SecretArn + "\",\"api\":{\"arn\":\"" + Other + "\"}}", "db-AbC123", "prod/api_key+x=1.2@v-DeF456")]
    [InlineData($"{SecretArn},{Other}", "db-AbC123", "prod/api_key+x=1.2@v-DeF456")]
    [InlineData($"{SecretArn} {SecretArn}", "db-AbC123")]
    [InlineData($"learn: {SecretArn}:password::", "db-AbC123")]
    [InlineData($" {SecretArn}", "db-AbC123")]
    [InlineData($"{SecretArn}:password", "db-AbC123")]
    public void Finds_ARNs_inside_a_longer_value(string value, params string[] ids)
    {
        var references = Read(value);

        references.Select(reference => reference.Source.Id).ShouldBe(ids);
        references.ShouldAllBe(reference => reference.IsIndirect && !reference.IsReadAtTaskStart && !reference.IsReadByEcs);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("postgres://db.example.com:5432/shop")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:secret:db-AbC123")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:")]
    [InlineData("key:arn:aws:secretsmanager:eu-west-1:123456789012:policy:db-AbC123")]
    [InlineData("arn:arn:arn:")]
    public void Finds_nothing_where_no_secret_is_named(string? value) => Read(value).ShouldBeEmpty();

    [Theory]
    [InlineData("", "", "IndirectReference")]
    [InlineData("db", "web", "Stale")]
    public async Task An_ARN_inside_a_value_is_reported_only_unless_a_tag_names_the_secret(string tag, string redeployed, string reason)
    {
        AddService($"aws-secretsmanager:{_fixture.Db.ARN}").Tags = [new() { Key = "rotation:secrets", Value = tag }];

        await _fixture.BatchAsync(_fixture.RotateDb());

        string.Join(',', _fixture.Redeployed).ShouldBe(redeployed);
        _fixture.Bus.DetailsOf("Secret Consumers Status").Single()["services"]![0]!["reason"]!.GetValue<string>().ShouldBe(reason);
    }

    [Fact]
    public async Task A_deleted_secret_in_a_plain_value_blocks_no_restart()
    {
        AddService("arn:aws:secretsmanager:eu-west-1:123456789012:secret:deleted-AbC123", _fixture.Db.ARN);
        _fixture.RotateDb();

        await _fixture.BatchAsync(Sweep(Noon));

        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Theory]
    [InlineData("registry", "deleted")]
    [InlineData("sidecar", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:deleted-AbC123:key::")]
    [InlineData("sidecar", "/aws/reference/secretsmanager/deleted")]
    [InlineData("sidecar", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:api-AbC123::blue:")]
    public async Task Another_secret_that_a_new_task_cannot_read_blocks_a_restart(string place, string text)
    {
        AddService("x", _fixture.Db.ARN);
        _fixture.Secrets.Add("api", Yesterday);
        var containers = _fixture.Ecs.Definitions.Values.Single().ContainerDefinitions;
        containers[0].RepositoryCredentials = place == "registry" ? new() { CredentialsParameter = text } : null;
        containers.Add(new() { Name = "log", Secrets = [new() { Name = "S", ValueFrom = place == "sidecar" ? text : _fixture.Db.ARN }] });
        _fixture.RotateDb();

        await _fixture.BatchAsync(Sweep(Noon));

        _fixture.Redeployed.ShouldBeEmpty();
    }

    private static IReadOnlyList<SecretReference> Read(string? value) =>
        [.. new ReferenceReader(new("aws", "eu-west-1", "123456789012")).ReadEnvironment(value, "app")];

    private Amazon.ECS.Model.Service AddService(string environment, params string[] secrets)
    {
        var definition = _fixture.Ecs.Define("web", secrets);
        _fixture.Ecs.Definitions[definition].ContainerDefinitions[0].Environment = [new() { Name = "CONFIG", Value = environment }];
        return _fixture.Ecs.Add("blue", "web", definition, Yesterday);
    }
}
