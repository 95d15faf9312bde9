using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>Superusers whose secret RDS manages: it holds a user name and a password, and RDS has the server's address.</summary>
public sealed class RdsManagedSuperuserTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public void Dispose() => fixture.Reset();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RDS_names_the_server_of_an_instance_and_of_a_cluster(bool isCluster)
    {
        var (secret, _) = await CreateAppAsync(isCluster);

        _ = await secret.ShouldRotateAsync();

        Calls().ShouldContain(isCluster ? "DescribeDBClusters" : "DescribeDBInstances");
    }

    [Theory]
    [InlineData("another secret", typeof(SecretMismatchException), "has another secret")]
    [InlineData("no secret", typeof(SecretMismatchException), "has another secret")]
    [InlineData("another engine", typeof(SecretMalformedException), "whose engine is mysql")]
    [InlineData("no endpoint", typeof(RdsRefusedException), "has no endpoint yet")]
    [InlineData("deleted", typeof(RdsRefusedException), "failed with DBInstanceNotFound")]
    public async Task A_database_that_is_not_the_secrets_own_gets_no_password(string change, Type error, string message)
    {
        var (secret, database) = await CreateAppAsync(isCluster: false);
        fixture.Sandbox.Rds.Change(isCluster: false, database, change == "deleted" ? null : shown => Change(shown, change));

        var outcome = await fixture.RotateAsync(secret);

        outcome.Result.ShouldBe(RotationResult.Failed);
        outcome.LastStep().ErrorType.ShouldBe(error.Name);
        outcome.LastStep().ErrorMessage!.ShouldContain(message);
        (await fixture.AcceptsAsync(await secret.ValueAsync())).ShouldBeTrue();
    }

    [Fact]
    public async Task The_operators_address_is_taken_without_asking_RDS()
    {
        var (secret, database) = await CreateAppAsync(isCluster: false);
        fixture.Sandbox.Rds.Change(isCluster: false, database, change: null);
        fixture.Trust["superuserAddresses"] = new JsonObject
        {
            [await SuperuserOfAsync(secret)] = new JsonObject { ["host"] = fixture.Database.Host, ["port"] = fixture.Database.Port },
        };
        var before = Calls().Count;

        _ = await secret.ShouldRotateAsync();

        Calls().Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_password_that_RDS_rotates_in_the_meantime_is_read_again()
    {
        var (secret, _) = await CreateAppAsync(isCluster: false);
        var superuser = await SuperuserOfAsync(secret);
        var admin = (await new AppSecret(fixture, superuser).ValueAsync()).UserName;
        WhenCalled rotation = new("DescribeDBInstances", async () =>
        {
            await fixture.ExecuteAsync($"ALTER ROLE {admin} PASSWORD 'second'");
            fixture.Sandbox.Rds.Rotate(superuser, new() { ["username"] = admin, ["password"] = "second" });
        });
        fixture.Sandbox.AddGuard(rotation);

        _ = await secret.ShouldRotateAsync();

        rotation.IsDone.ShouldBeTrue();
    }

    private static void Change(JsonObject shown, string change)
    {
        switch (change)
        {
            case "another secret":
                shown["MasterUserSecret"]![
                "SecretArn"] = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-0-a1b2c3"; break;
            case "no secret": shown.Remove("MasterUserSecret"); break;
            case "another engine": shown["Engine"] = "mysql"; break;
            default: shown.Remove("Endpoint"); break;
        }
    }

    /// <summary>An application's secret whose user alternates with the help of the superuser of a new database.</summary>
    private async Task<(AppSecret Secret, string Database)> CreateAppAsync(bool isCluster)
    {
        var (admin, database) = (fixture.NewName("admin"), fixture.NewName("database-"));
        await fixture.ExecuteAsync($"CREATE ROLE {admin} LOGIN SUPERUSER PASSWORD 'first'");
        var arn = fixture.Sandbox.Rds.Create(
            isCluster, database, fixture.Database.Host, fixture.Database.Port, new() { ["username"] = admin, ["password"] = "first" });
        return (await fixture.CreateAppAsync(new AppSecret(fixture, arn)), database);
    }

    private static async Task<string> SuperuserOfAsync(AppSecret secret) => (string)JsonNode.Parse(await secret.TextAsync())!["masterarn"]!;

    private List<string> Calls() =>
        [.. fixture.Sandbox.Calls.Snapshot().Where(call => call.Service == "rds").Select(call => call.Operation)];

    /// <summary>Does something once, when a call is made.</summary>
    private sealed class WhenCalled(string operation, Func<Task> act) : ICallGuard
    {
        public bool IsDone { get; private set; }

        public void Authorize(AwsCall call)
        {
            if (call.Operation == operation && !IsDone)
            {
                IsDone = true;
                Task.Run(act).GetAwaiter().GetResult();
            }
        }
    }
}
