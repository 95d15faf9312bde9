using System.Reflection;
using RotationLambdas.Databases;
using Xunit.Sdk;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>The servers that are attacked, one of each version, shared by the attacks of one collection.</summary>
public sealed class AttackServers : IAsyncLifetime
{
    public const string Roles = "attacks on roles";
    public const string Paths = "attacks on the path";
    public const string Faults = "faults";

    private readonly Dictionary<string, RotationSandbox> _started = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task<RotationSandbox> OpenAsync(string server)
    {
        if (!_started.TryGetValue(server, out var sandbox))
        {
            sandbox = new RotationSandbox(server);
            await sandbox.InitializeAsync();
            _started[server] = sandbox;
        }

        sandbox.Reset();
        return sandbox;
    }

    public async Task DisposeAsync()
    {
        foreach (var sandbox in _started.Values)
        {
            await sandbox.DisposeAsync();
        }
    }
}

[CollectionDefinition(AttackServers.Roles)]
public sealed class RoleAttacks : ICollectionFixture<AttackServers>;

[CollectionDefinition(AttackServers.Paths)]
public sealed class PathAttacks : ICollectionFixture<AttackServers>;

[CollectionDefinition(AttackServers.Faults)]
public sealed class Faults : ICollectionFixture<AttackServers>;

/// <summary>A row of a theory for each server, whose name comes first.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnEachServerAttribute(params object[] values) : DataAttribute
{
    public IReadOnlyList<object> Values => values;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        TestDatabases.Versions.Select(server => (object[])[server, .. values]);
}
