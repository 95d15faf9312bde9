using System.Reflection;
using RotationLambdas.Databases;
using Xunit.Sdk;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>The servers that are attacked, one of each version, shared by all attacks.</summary>
public sealed class AttackServers : IAsyncLifetime
{
    public const string Collection = "attacks";

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

[CollectionDefinition(AttackServers.Collection)]
public sealed class AttackCollection : ICollectionFixture<AttackServers>;

/// <summary>A row of a theory for each server, whose name comes first.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnEachServerAttribute(params object[] values) : DataAttribute
{
    public IReadOnlyList<object> Values => values;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        TestDatabases.Versions.Select(server => (object[])[server, .. values]);
}
