namespace RotationLambdas.EcsRedeployment.Tests.Changes;

/// <summary>Names that end in a hyphen and six characters: in an ARN, Secrets Manager takes them for complete.</summary>
public sealed class NameThatLooksCompleteTests
{
    private readonly Fixture _fixture = new();

    [Theory]
    [InlineData("shop-config", "/aws/reference/secretsmanager/shop-config")]
    [InlineData("prod/app-secret", "/aws/reference/secretsmanager/prod/app-secret")]
    [InlineData("db-master", "arn:aws:ssm:eu-west-1:123456789012:parameter/aws/reference/secretsmanager/db-master")]
    public async Task The_sweep_asks_for_it_by_its_plain_name(string name, string reference)
    {
        var secret = _fixture.Secrets.Add(name, Noon.AddYears(-1));
        _fixture.Secrets.Rotate(secret, Noon.AddHours(-1));
        _fixture.Ecs.Add("blue", "web", _fixture.Ecs.Define("web", reference), Yesterday);

        await _fixture.BatchAsync(Sweep(Noon));

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Secrets.Calls.ShouldContain(call => call.Operation == "DescribeSecret" && call.Subject == name);
    }

    [Fact]
    public async Task A_deleted_one_is_deleted()
    {
        _fixture.Ecs.Add(
            "blue", "web", _fixture.Ecs.Define("web", "/aws/reference/secretsmanager/shop-config", _fixture.Db.ARN), Yesterday);
        _fixture.RotateDb();

        await _fixture.BatchAsync(Sweep(Noon));

        _fixture.Redeployed.ShouldBeEmpty();
        _fixture.Bus.DetailsOf("Secret Consumers Status")
            .ShouldContain(detail => detail["services"]![0]!["reason"]!.GetValue<string>() == "SecretMissing");
    }

    [Fact]
    public async Task Another_accounts_secret_is_not_taken_for_a_local_one()
    {
        _fixture.Secrets.Rotate(_fixture.Secrets.Add("shop-config", Noon.AddYears(-1)), Noon.AddHours(-1));
        _fixture.Ecs.Add("blue", "web", _fixture.Ecs.Define(
            "web", "arn:aws:ssm:eu-west-1:210987654321:parameter/aws/reference/secretsmanager/shop-config", _fixture.Db.ARN), Yesterday);
        _fixture.RotateDb();

        await _fixture.BatchAsync(Sweep(Noon));

        _fixture.Redeployed.ShouldBe(["web"]);
    }
}
