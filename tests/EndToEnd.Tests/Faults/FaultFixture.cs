using RotationLambdas.EndToEnd.Tests.Faults.Proxy;

namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>A server, an AWS and the function, with a proxy between the function and the server. Cases run in it one after the other,
/// each with users and a secret of its own.</summary>
internal sealed class FaultFixture : IAsyncDisposable
{
    private static readonly TimeSpan OutageLength = TimeSpan.FromSeconds(20);

    // The watching client's logins cost more than all the rest: short pauses in every worker would leave the functions no processor.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan PauseInAnOutage = TimeSpan.FromSeconds(1);

    // A killed step is one attempt; an outage outlasts the eight seconds that a step waits for a database, and is over before the fourth
    // ends.
    private static readonly RotationFixtureOptions Options = new()
    {
        Retry = new() { Attempts = 4, Delay = TimeSpan.FromMilliseconds(20) },
        Environment = new Dictionary<string, string> { ["TLS_MODE"] = "prefer" },
    };

    private readonly RotationFixture _fixture;
    private readonly DatabaseProxy _proxy;
    private int _users;

    private FaultFixture(RotationFixture fixture, DatabaseProxy proxy) => (_fixture, _proxy) = (fixture, proxy);

    public static async Task<FaultFixture> StartAsync()
    {
        var fixture = await RotationFixture.StartAsync(Options);
        var proxy = new DatabaseProxy(fixture.Database.Port, () => fixture.Sandbox.Functions.Find(RotationFixture.Function)!.Kill());
        var value = fixture.Database.SecretOf("postgres", fixture.Database.AdministratorPassword);
        await fixture.PutAsync(fixture.SuperuserArn, Text(proxy, value));
        return new(fixture, proxy);
    }

    /// <summary>The traffic of an undisturbed rotation: to AWS, and to the database and back.</summary>
    public async Task<(IReadOnlyList<RecordedCall> Calls, IReadOnlyList<PostgresMessage> Messages)> ListenAsync(Scenario scenario)
    {
        await _fixture.RotateWithSuccessAsync(await PrepareAsync(scenario)); // So that the process is warm, as it is in most cases.
        var secret = await PrepareAsync(scenario);
        _proxy.Plan(null);
        var report = await _fixture.RotateWithSuccessAsync(secret);
        return (report.Calls, _proxy.Seen);
    }

    public async Task<CaseOutcome> RunAsync(FaultCase one)
    {
        var secret = await PrepareAsync(one.Scenario);
        var client = new WatchingClient(_fixture, secret, one.Kind == FaultKind.Outage ? PauseInAnOutage : Pause);
        var rule = Plan(one);
        var started = Stopwatch.GetTimestamp();
        var report = await _fixture.RotateAsync(secret);
        var duration = Stopwatch.GetElapsedTime(started);
        var injected = rule is null ? _proxy.WasInjected : rule.Fired > 0;
        _fixture.Sandbox.Faults.Clear();
        _proxy.Plan(null);
        var logs = report.Steps.SelectMany(step => step.Invocation.LogLines.Append(step.Invocation.ErrorMessage ?? "")).ToList();
        var converged = report.Succeeded;
        if (!converged)
        {
            var next = await _fixture.RotateAsync(secret);
            converged = next.Succeeded;
            logs.AddRange(next.Steps.SelectMany(step => step.Invocation.LogLines));
        }

        await client.StopAsync();
        converged &= await HoldsAsync(one.Scenario, secret);
        return new(
            one, injected, report.Outcome.Attempts.Count, report.Succeeded, converged, client.Refusals, client.LongestRefusal,
            await LeaksAsync(secret, logs), duration, string.Join('\n', logs));
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    // Nothing but the fault rules may be in the way of the preparation, so it comes before them.
    private async Task<string> PrepareAsync(Scenario scenario)
    {
        var user = $"app_{++_users}";
        await _fixture.CreateRoleAsync(user, "the-first-password");
        var masterArn = scenario.IsAlternating ? _fixture.SuperuserArn : null;
        var value = _fixture.Database.SecretOf(user, "the-first-password") with { MasterArn = masterArn };
        var secret = await _fixture.StoreAsync(user, Text(_proxy, value));
        if (scenario.IsLater)
        {
            await _fixture.RotateWithSuccessAsync(secret);
        }

        return secret;
    }

    // Without TLS, so that the proxy can read the messages; the password does not cross the connection either way.
    private static string Text(DatabaseProxy proxy, TestSecret secret)
    {
        var json = (secret with { Port = proxy.Port }).ToJson();
        json["ssl"] = false;
        return json.ToJsonString();
    }

    private FaultRule? Plan(FaultCase one)
    {
        _proxy.Plan(one.Place == FaultPlace.DatabaseMessage ? new(one.Number, one.Kind, OutageLength) : null);
        if (one.Place == FaultPlace.DatabaseMessage)
        {
            return null;
        }

        var rule = _fixture.Sandbox.Faults.Add(new()
        {
            Action = AwsFaults.ActionOf(one.Kind),
            Caller = RotationFixture.Function,
            FromCall = one.Number,
            Times = one.Kind == FaultKind.Outage ? null : 1,
        });
        if (one.Kind == FaultKind.Outage)
        {
            AwsFaults.End(_fixture.Sandbox, rule, OutageLength);
        }

        return rule;
    }

    private async Task<bool> HoldsAsync(Scenario scenario, string secret)
    {
        var current = await _fixture.ValueAsync(secret);
        var labels = await _fixture.StagesAsync(secret);
        var json = await _fixture.Aws.CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = secret });
        return await WatchingClient.LogsInAsync(_fixture, AtServer(current))
            && (!scenario.IsAlternating
                || await WatchingClient.LogsInAsync(_fixture, AtServer(await _fixture.ValueAsync(secret, "AWSPREVIOUS"))))
            && ((string)json["SecretString"]!).Contains("\"team\":\"billing\"", StringComparison.Ordinal)
            && labels.Values.Count(stages => stages.Contains("AWSCURRENT")) == 1;
    }

    private TestSecret AtServer(TestSecret secret) => secret with { Port = _fixture.Database.Port };

    private async Task<IReadOnlyList<string>> LeaksAsync(string secret, IReadOnlyList<string> lines)
    {
        var passwords = new List<string> { "the-first-password", _fixture.Database.AdministratorPassword };
        foreach (var version in (await _fixture.StagesAsync(secret)).Keys)
        {
            var output = await _fixture.Aws.CallAsync(
                "secretsmanager.GetSecretValue", new() { ["SecretId"] = secret, ["VersionId"] = version });
            passwords.Add(TestSecret.Parse((string)output["SecretString"]!).Password);
        }

        return [.. lines.Where(line => passwords.Any(password => line.Contains(password, StringComparison.Ordinal)))
            .Select(line => $"a log line of {line.Length} characters")];
    }
}
