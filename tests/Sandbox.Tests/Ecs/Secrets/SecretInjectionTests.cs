using RotationLambdas.Sandbox.Ecs.Secrets;

namespace RotationLambdas.Sandbox.Tests.Ecs.Secrets;

public sealed class SecretInjectionTests : IDisposable
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
    private const string Version = "9d4cb84b-ad69-40c0-a0ab-cead36b967e8";
    private readonly EcsFixture _aws = new();

    public SecretInjectionTests()
    {
        _aws.Secrets.Values[Secret] = """{"username":"u","password":"new","port":5432}""";
        _aws.Secrets.Values["arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"] = "partial";
        _aws.Secrets.Values[Secret + "|AWSPREVIOUS"] = """{"password":"old"}""";
        _aws.Secrets.Values[Secret + "|" + Version] = "pinned";
        _aws.Secrets.Values["prod/db"] = "by name";
        _aws.Secrets.Values["prod/db|AWSPREVIOUS"] = "by name, old";
    }

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData(Secret, """{"username":"u","password":"new","port":5432}""")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", "partial")]
    [InlineData(Secret + ":password::", "new")]
    [InlineData(Secret + ":port::", "5432")]
    [InlineData(Secret + ":password:AWSPREVIOUS:", "old")]
    [InlineData(Secret + ":::" + Version, "pinned")]
    [InlineData("/aws/reference/secretsmanager/prod/db", "by name")]
    [InlineData("/aws/reference/secretsmanager/prod/db:AWSPREVIOUS", "by name, old")]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/aws/reference/secretsmanager/prod/db", "by name")]
    public async Task A_task_is_given_what_its_reference_names(string valueFrom, string value)
    {
        await RunAsync(valueFrom);

        _aws.Running().Single().Environments["main"]["DB"].ShouldBe(value);
        _aws.Secrets.Asked.ShouldAllBe(asked => asked.EndsWith(" exec", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Secret + ":nokey::", "retrieved secret from Secrets Manager did not contain json key nokey")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:missing-AbCdEf",
        "ResourceNotFoundException: Secrets Manager can't find the specified secret.")]
    [InlineData(Secret
        + ":password", "invalid ARN format for the AWS Secrets Manager secret was specified. Specify a valid ARN and try again.")]
    [InlineData("/app/parameter", "invalid parameters: /app/parameter")]
    public async Task A_task_without_its_secret_fails_with_the_reason(string valueFrom, string reason)
    {
        await RunAsync(valueFrom);

        var failed = _aws.Ecs.Tasks("c")[0];
        failed.LastStatus.ShouldBe("STOPPED");
        failed.StoppedReason.ShouldStartWith(
            "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ");
        failed.StoppedReason.ShouldContain(reason);
        failed.StartedAt.ShouldBeNull();
        _aws.Published.Last(one => (string?)one["detail"]!["lastStatus"] == "STOPPED")["detail"]!["stopCode"]!.GetValue<string>()
            .ShouldBe("TaskFailedToStart");
    }

    [Fact]
    public async Task A_denied_role_is_named_with_the_action()
    {
        _aws.Ecs.DenySecretReads(EcsFixture.Role, Secret);

        await RunAsync(Secret + ":password::");

        _aws.Ecs.Tasks("c")[0]
            .StoppedReason!.ShouldContain(
            $"failed to fetch secret {Secret} from secrets manager: AccessDeniedException: User: "
                + "arn:aws:sts::123456789012:assumed-role/exec/");
        _aws.Ecs.Tasks("c")[0]
            .StoppedReason!.ShouldContain($"is not authorized to perform: secretsmanager:GetSecretValue on resource: {Secret}");
    }

    [Fact]
    public async Task A_running_task_keeps_its_value()
    {
        await RunAsync(Secret + ":password::");
        _aws.Secrets.Values[Secret] = """{"password":"newer"}""";
        _aws.Pass(3600);
        _aws.Running().Single().Environments["main"]["DB"].ShouldBe("new");
        var asked = _aws.Secrets.Asked.Count;

        await _aws.ForceAsync();
        _aws.Pass(2);

        _aws.Running().Single().Environments["main"]["DB"].ShouldBe("newer");
        _aws.Secrets.Asked.Count.ShouldBe(asked + 1);
    }

    [Fact]
    public async Task A_log_drivers_secret_is_read_at_start_as_well()
    {
        await _aws.CreateAsync(
            1, container: ",\"logConfiguration\":{\"logDriver\":\"splunk\",\"secretOptions\":[{\"name\":\"splunk-token\",\"valueFrom\":\""
            + Secret + ":missing::\"}]}");
        _aws.Pass(1);

        _aws.Running().ShouldBeEmpty();
        _aws.Ecs.Tasks("c")[0].StoppedReason!.ShouldContain("did not contain json key missing");
    }

    [Theory]
    [InlineData(Secret + ":a:b:c:d")]
    [InlineData(Secret + ":a:b")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret")]
    [InlineData("arn:aws:s3:::bucket")]
    public void Other_text_is_not_a_reference(string valueFrom) => SecretReference.Parse(valueFrom).ShouldBeNull();

    private async Task RunAsync(string valueFrom)
    {
        await _aws.CreateAsync(1, container: ",\"secrets\":[{\"name\":\"DB\",\"valueFrom\":\"" + valueFrom + "\"}]");
        _aws.Pass(1);
    }
}
