using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

/// <summary>A fleet, what happens to it, and what is wrong about that, all from one seed.</summary>
internal sealed class FleetRun(int seed, Account account) : IAsyncDisposable
{
    private const int Steps = 14;
    private const int MostAttempts = 3;

    private static readonly string[] Configurations =
    [
        """{"minimumHealthyPercent":0,"maximumPercent":100}""", """{"minimumHealthyPercent":50,"maximumPercent":100}""",
        """{"minimumHealthyPercent":100,"maximumPercent":200}""", """{"minimumHealthyPercent":100,"maximumPercent":100}""",
        """{"strategy":"BLUE_GREEN","bakeTimeInMinutes":5}""", """{"strategy":"CANARY","bakeTimeInMinutes":2}""",
        """{"deploymentCircuitBreaker":{"enable":true,"rollback":true}}""",
        """{"deploymentCircuitBreaker":{"enable":true,"rollback":false}}""",
        """{"minimumHealthyPercent":50,"deploymentCircuitBreaker":{"enable":true,"rollback":true}}""",
    ];

    private static readonly (string Key, string Value)[] SomeTags =
    [
        ("rotation:redeploy", "false"), ("rotation:redeploy", "notify"), ("rotation:redeploy", "stop-tasks"),
        ("rotation:redeploy", "maybe"),
        ("rotation:window", "x x 30 2 x"), ("rotation:window", "0-29 x x x x"), ("rotation:window", "always"),
    ];

    private readonly Lock _checking = new();
    private readonly Random _random = new(seed);
    private readonly List<Member> _fleet = [];
    private readonly Dictionary<string, DateTimeOffset> _changed = [];
    private readonly HashSet<string> _stoppedByPerson = [];
    private readonly List<JsonObject> _undelivered = [];
    private readonly HashSet<string> _refused = [];
    private readonly Dictionary<(string Process, string Service), (int Call, long At)> _read = [];
    private readonly Dictionary<string, (int Call, string By, DateTimeOffset At)> _deployed = [];
    private DateTimeOffset _resumedAt;
    private int _values;
    private int _calls;
    private int _inWindow;
    private bool _isAlone = true;

    public List<string> Problems { get; } = [];

    public List<string> Story { get; } = [];

    /// <summary>The milliseconds from each last DescribeServices to its UpdateService, in a process that runs alone.</summary>
    public List<double> Windows { get; } = [];

    public static RedeploymentOptions Options(int seed) => new()
    {
        RolloutPace = seed % 2 == 0 ? RolloutPace.Careful : RolloutPace.Fast,
        MinimumInterval = TimeSpan.FromSeconds(seed % 3 == 0 ? 0 : 60),
    };

    /// <summary>The options of the second process: those of the first, or another stack's.</summary>
    public static RedeploymentOptions OtherOptions(int seed) => (seed % 4) switch
    {
        0 => Options(seed),
        1 => Options(seed + 1) with { DryRun = true },
        2 => Options(seed + 1) with { Canaries = 10, MaxRollouts = 100, HaltPercent = 100, MinimumInterval = TimeSpan.Zero },
        _ => Options(seed + 1) with { Secrets = SecretScope.Read(["db"])!, RestartUnverified = true, RolloutAttempts = MostAttempts - 1 },
    };

    public async Task RunAsync()
    {
        string[] secrets = [await account.StoreAsync("db"), await account.StoreAsync("api")];
        for (var i = _random.Next(1, 7); i > 0; i--)
        {
            await AddAsync($"s{i}", secrets);
        }

        if (_random.Next(5) == 0)
        {
            await account.EcsAsync(
                "RunTask", new() { ["cluster"] = Account.Cluster, ["taskDefinition"] = await account.DefineAsync("job", secrets[0]) });
        }

        account.Pass(minutes: 600);
        account.TakeEvents();
        account.Before = call =>
        {
            // A process that runs alone makes several calls at a time.
            lock (_checking)
            {
                try
                {
                    CheckAsync(call).GetAwaiter().GetResult();
                }
                catch (Exception exception)
                {
                    Problem(true, exception.ToString());
                }
            }
        };
        for (var step = 0; step < Steps; step++)
        {
            await StepAsync(secrets);
        }

        Note("settles");
        await account.BatchAsync([.. _undelivered.Where(one => one["resume"] is not null)]);
        await account.SettleAsync();
        foreach (var (secret, _) in _changed)
        {
            CheckReport(secret);
        }
    }

    public override string ToString() =>
        $"{_fleet.Count} services, {_values} values, {account.Redeployed.Count} deployments, {_inWindow} of them in the window";

    public ValueTask DisposeAsync() => account.DisposeAsync();

    private async Task AddAsync(string name, string[] secrets)
    {
        List<string> read = [.. secrets.Where(_ => _random.Next(3) > 0)];
        var tag = _random.Next(3) == 0 ? Pick(SomeTags) : default;
        var more =
            new JsonObject { ["desiredCount"] = _random.Next(0, 4), ["deploymentConfiguration"] = JsonNode.Parse(Pick(Configurations)) };
        if (tag.Key is not null)
        {
            more["tags"] = new JsonArray(new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value });
        }

        if (_random.Next(8) == 0)
        {
            (more["schedulingStrategy"], more["deploymentConfiguration"]) = ("DAEMON", null);
        }

        var forms = read.Select(
            arn => Pick(arn, $"{arn}:::", arn[..^7], $"{arn}::AWSPREVIOUS:", $"/aws/reference/secretsmanager/{arn[..^7].Split(':')[^1]}"))
                .ToArray();
        await account.CreateAsync(name, forms, more.ToJsonString());
        _fleet.Add(new(name, read, forms, tag.Key, tag.Value));
        Note($"{name} reads {string.Join(' ', forms.Select(form => form[^6..]))} {tag.Value} {more.ToJsonString()}");
    }

    private async Task StepAsync(string[] secrets)
    {
        var member = Pick([.. _fleet]);
        switch (_random.Next(16))
        {
            case 0 or 1 or 2:
                var (secret, isBad) = (Pick(secrets), _random.Next(3) == 0);
                account.Break(secret, isBad);
                await account.PutAsync(secret, $"value {++_values}");
                _changed[secret] = account.Clock.GetUtcNow();
                Note($"{secret[^9..]} gets a {(isBad ? "bad" : "good")} value");
                break;
            case 3:
                await TryAsync(async () =>
                {
                    var definition = await account.DefineAsync(member.Name, member.Forms);
                    await account.DeployAsync(member.Name, definition);
                    (member.Definition, member.IsDeregistered) = (definition, false);
                }, $"a release of {member.Name}");
                break;
            case 4:
                await TryAsync(async () =>
                {
                    await account.RollBackAsync(member.Name);
                    _stoppedByPerson.Add((string)(await account.HistoryAsync(member.Name))[0]["serviceDeploymentArn"]!);
                }, $"{member.Name} is rolled back by a person");
                break;
            case 5 or 6:
                var events = Receive();
                Note($"delivers {Names(events)}");
                await account.BatchAsync(events);
                break;
            case 7 or 8:
                var (one, two) = (Receive(), _random.Next(2) == 0 ? Receive() : [Sweep(account.Clock.GetUtcNow())]);
                Note($"delivers at once {Names(one)} and {Names(two)}");
                _isAlone = false;
                _undelivered.AddRange((await account.TwoAtOnceAsync(_random.Next(), one, two)).Select(again => again.AsObject()));
                _isAlone = true;
                break;
            case 9:
                await TryAsync(() => account.EcsAsync("DeregisterTaskDefinition", new() { ["taskDefinition"] = member.Definition }),
                    $"{member.Definition} is deregistered");
                member.IsDeregistered = true;
                break;
            case 10:
                Note("a request by hand");
                _resumedAt = account.Clock.GetUtcNow();
                await account.InvokeAsync(new JsonObject { ["secretId"] = Pick(secrets) });
                break;
            case 11 or 12:
                Note("sweep");
                await account.BatchAsync(Sweep(account.Clock.GetUtcNow()));
                break;
            default:
                var minutes = _random.Next(4) switch { 0 => 0.2, 1 => 2, 2 => 7, _ => _random.Next(10, 90) };
                Note($"{minutes} minutes pass");
                account.Pass(minutes);
                break;
        }

        account.Pass(minutes: 0.1);
    }

    /// <summary>A part of what arrived, some of it lost and some twice, in any order.</summary>
    private JsonNode[] Receive()
    {
        _undelivered.AddRange(account.TakeEvents().Where(_ => _random.Next(5) > 0));
        _undelivered.AddRange(account.TakeMessages().Where(_ => _random.Next(8) > 0));
        var batch = _undelivered.OrderBy(_ => _random.Next()).Take(_random.Next(1, 6)).ToList();
        foreach (var one in batch.Where(_ => _random.Next(4) > 0))
        {
            _undelivered.Remove(one);
        }

        return [.. batch.Concat(batch.Where(_ => _random.Next(4) == 0)).Select(one => one.DeepClone())];
    }

    private static string Names(IEnumerable<JsonNode> events) =>
        string.Join(", ", events.Select(one => one["detail-type"]?.ToString() ?? "a message to itself"));

    /// <summary>What the function is about to do is right.</summary>
    private async Task CheckAsync(AwsCall call)
    {
        var (operation, input) = (call.Operation, call.Input);
        _calls++;
        if (operation == "DescribeServices")
        {
            input["services"]!.AsArray().ToList().ForEach(one =>
                _read[(call.Caller.AccessKeyId, ((string)one!).Split('/')[^1])] = (_calls, Stopwatch.GetTimestamp()));
        }

        if (operation == "StopTask")
        {
            // In the window the other process may have stopped it.
            var (of, task) = _fleet.SelectMany(one => account.Tasks(one.Name), (one, task) => (one, task))
                .FirstOrDefault(pair => pair.task.Arn == (string)input["task"]!);
            Problem(of is null ? _isAlone : !IsOld(of, task), $"stops {input["task"]}, which is not old");
        }

        if (operation != "UpdateService")
        {
            return;
        }

        var name = ((string)input["service"]!).Split('/')[^1];
        var member = _fleet.Single(one => one.Name == name);
        var (process, now) = (call.Caller.AccessKeyId, account.Clock.GetUtcNow());
        var (before, read) = (_deployed.GetValueOrDefault(name), _read[(process, name)]);
        _deployed[name] = (_calls, process, now);
        Windows.AddRange(_isAlone ? [Stopwatch.GetElapsedTime(read.At).TotalMilliseconds] : []);
        Problem(seed % 4 == 1 && process == "two", $"deploys {name} in a dry run");
        if (before.Call > read.Call || (before.By is { } by && by != process && now - before.At < Account.VisibleAfter))
        {
            Note($"DEPLOYS {name} in the window");
            _inWindow++; // The other process deployed it since this one read it: Amazon ECS has no conditional UpdateService.
            return;
        }

        var deployments = (await account.DescribeAsync(name))["deployments"]!.AsArray();
        var history = await account.HistoryAsync(name);
        var since = history.Where(past => CreatedAt(past) >= member.Reads.Max(secret => _changed.GetValueOrDefault(secret))).ToList();
        Note($"DEPLOYS {name}: "
            + $"{string.Join(' ', deployments.Select(one => $"{one!["status"]} {one["rolloutState"]} {one["failedTasks"]}"))}; "
            + string.Join(' ', since.Select(past => $"{past["status"]}")));
        Problem(!GivesWay(deployments) && !account.Tasks(name).Any(task => IsOld(member, task)),
            $"deploys {name}, which holds no old value");
        Problem(history[0] is { } newest && (string)newest["status"]! is "IN_PROGRESS" or "ROLLBACK_IN_PROGRESS" && !GivesWay(deployments),
            $"deploys {name} into a deployment");
        Problem(since.Exists(
            past => (string)past["status"]! is "SUCCESSFUL" or "IN_PROGRESS" && (CreatedAt(past) > _resumedAt || !GivesWay(deployments))),
            $"deploys {name} twice for one change");
        Problem(since.Count(past => CreatedAt(past) > _resumedAt) >= MostAttempts, $"deploys {name} more than {MostAttempts} times");
        Problem(_refused.Contains(history[0].ToJsonString()), $"asks for a deregistered revision of {name} twice");
        _ = member.IsDeregistered && _refused.Add(history[0].ToJsonString());
        Problem(since.Count > 0
            && _stoppedByPerson.Contains((string)since[0]["serviceDeploymentArn"]!), $"deploys {name}, which a person stopped");
        Problem(member.TagValue is "false" or "notify" or "stop-tasks" or "maybe" or "x x 30 2 x" or "always",
            $"deploys {name} against its tag");
        Problem(member.TagValue is "0-29 x x x x" && account.Clock.GetUtcNow().Minute > 29, $"deploys {name} outside its window");
    }

    private void CheckReport(string secret)
    {
        var stale = _fleet.Where(
            one => one.Reads.Contains(secret) && account.Tasks(one.Name).Any(task => task.CreatedAt < _changed[secret])).ToList();
        var report = account.ReportOf(secret);
        var state = (string?)report?["state"];
        Problem(report is not null && !(bool)report["final"]!, $"{secret} ends as {state}: {report}");
        Problem(state is "Fresh" && secret.Contains(":db-", StringComparison.Ordinal)
            && account.Tasks().Any(task => task.CreatedAt < _changed[secret]), $"{secret} is Fresh with an old task outside services");
        foreach (var one in stale)
        {
            var service = report?["services"]!.AsArray()
                .FirstOrDefault(service => ((string)service!["service"]!).EndsWith($"/{one.Name}", StringComparison.Ordinal));
            Problem((string?)service?["state"] is null or "Fresh" or "NotConcerned" or "Rolling" or "Unverified",
                $"{one.Name} is stale, and {secret} ends with {service?.ToJsonString() ?? "nothing about it"}");
        }
    }

    /// <summary>A deployment that starts nothing and brings no other revision.</summary>
    private static bool GivesWay(JsonArray deployments) =>
        ((string?)deployments[0]!["rolloutState"] is "FAILED"
            || ((int)deployments[0]!["failedTasks"]! >= 3 && (int)deployments[0]!["runningCount"]! == 0))
        && deployments.Select(one => (string)one!["taskDefinition"]!).Distinct().Count() == 1;

    /// <summary>Event times are whole seconds and rounded up.</summary>
    private bool IsOld(Member member, TaskView task) =>
        member.Reads.Exists(secret => task.CreatedAt < _changed.GetValueOrDefault(secret) + TimeSpan.FromSeconds(2));

    private static DateTimeOffset CreatedAt(JsonNode past) =>
        DateTimeOffset.UnixEpoch.AddSeconds((double)past["createdAt"]!.GetValue<decimal>());

    private void Problem(bool isOne, string text)
    {
        if (isOne)
        {
            Note($"PROBLEM {text}");
            Problems.Add(text);
        }
    }

    private async Task TryAsync(Func<Task> act, string text)
    {
        try
        {
            await act();
            Note(text);
        }
        catch (AwsServiceException refusal)
        {
            Note($"{text}: refused, {refusal.Message}");
        }
    }

    private void Note(string text) => Story.Add($"{account.Clock.GetUtcNow():HH:mm:ss} {text}");

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];

    private sealed record Member(string Name, List<string> Reads, string[] Forms, string? TagKey, string? TagValue)
    {
        public string Definition { get; set; } = $"{Name}:1";

        public bool IsDeregistered { get; set; }
    }
}
