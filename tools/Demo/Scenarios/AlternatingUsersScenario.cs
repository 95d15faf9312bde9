namespace RotationLambdas.Demo.Scenarios;

/// <summary>Two users alternate, and of three ECS services exactly the one that holds the old value is replaced, task by task, while all
/// log in.</summary>
internal sealed class AlternatingUsersScenario(
    IDatabaseServer database, Account account, string superuserSecret, DemoScreen screen, Checklist checks)
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(3);

    private readonly ClientRunner _clients = new();
    private readonly Outcomes _outcomes = new(account.Sandbox);

    public async Task<Fleet> PlayAsync(CancellationToken cancellationToken)
    {
        screen.Heading("Two users, three services: only the one with the old value is replaced");
        var (secret, services) = await SetUpAsync();
        var fleet = new Fleet(account, _clients, services);
        await account.Sandbox.Ecs.WhenSteadyAsync(cancellationToken);
        fleet.MarkFirst();
        screen.Line("Three services run two tasks each; every task logs in ten times a second, each time with a new connection.");

        var outcome = await ShownRotation.RunAsync(account, secret, screen);
        checks.Add(
            "Secrets Manager ended the rotation with success", outcome.Result == RotationResult.Succeeded, $"it ended as {outcome.Result}");
        var status = await WatchAsync(fleet, secret, outcome.VersionId, cancellationToken);
        // A deployment is complete a moment before the last of the old tasks has ended.
        await account.Sandbox.Ecs.WhenSteadyAsync(cancellationToken);

        Check(fleet, services, status);
        return fleet;
    }

    private async Task<(string Secret, IReadOnlyList<DemoService> Services)> SetUpAsync()
    {
        var password = "first-" + Guid.NewGuid().ToString("N");
        await database.AsAdministratorAsync($"CREATE ROLE orders LOGIN PASSWORD '{password}'");
        await database.AsAdministratorAsync($"CREATE ROLE reports LOGIN PASSWORD '{password}'");
        var value = Account.SecretValue(database, "orders", password);
        value["masterarn"] = superuserSecret;
        var secret = await account.StoreAsync("demo/orders", value);
        var version = (await account.StagesAsync(secret))[0].Version;
        await account.CallAsync("AmazonEC2ContainerServiceV20141113.CreateCluster", new() { ["clusterName"] = DemoService.Cluster });
        account.Sandbox.Ecs.AddTaskRunner(_clients);
        DemoService[] services =
        [
            new("orders", "by JSON key", Reference(secret, ""), new Dictionary<string, string>()),
            new("audit", "pinned version", Reference(secret, version), new Dictionary<string, string>()),
            new("reports", "not at all", new Dictionary<string, string>(), new Dictionary<string,
                string> { ["DATABASE_USER"] = "reports", ["DATABASE_PASSWORD"] = password }),
        ];
        await Task.WhenAll(services.Select(service => service.CreateAsync(account, database)));
        return (secret, services);
    }

    private async Task<JsonObject?> WatchAsync(Fleet fleet, string secret, string version, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(WaitLimit);
        var final = _outcomes.FinalAsync(secret, version, limit.Token);
        await screen.WatchAsync(fleet.Rows, final);
        try
        {
            return await final;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Check(Fleet fleet, IReadOnlyList<DemoService> services, JsonObject? status)
    {
        var state = (string?)status?["state"] ?? $"nothing for {WaitLimit.TotalSeconds} seconds";
        checks.Add(
            "EcsRedeployment's final event: only pinned tasks are left (Partial)", state == "Partial",
            $"it reports {state}");
        checks.Add(
            "Every task of orders was replaced, and logs in as orders_clone", fleet.IsReplaced("orders")
            && fleet.UsersOf("orders") == "orders_clone");
        checks.Add("No task of audit was touched: its version is pinned", fleet.IsUntouched("audit"));
        checks.Add("No task of reports was touched: it does not use the secret", fleet.IsUntouched("reports"));
        foreach (var service in services)
        {
            var counts = _clients.CountsOf(service.Name);
            checks.Add(
                $"Not one of {counts.Accepted + counts.Refused} logins of {service.Name} was refused",
                counts is { Refused: 0, Accepted: > 0 },
                $"{counts.Refused} were, the last with: {counts.LastRefusal}");
        }
    }

    private static Dictionary<string, string> Reference(string secret, string version) => new()
    {
        ["DATABASE_USER"] = $"{secret}:username::{version}",
        ["DATABASE_PASSWORD"] = $"{secret}:password::{version}",
    };
}
