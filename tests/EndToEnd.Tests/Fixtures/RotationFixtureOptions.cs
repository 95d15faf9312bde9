namespace RotationLambdas.EndToEnd.Tests.Fixtures;

internal sealed record RotationFixtureOptions
{
    /// <summary>One of <see cref="TestDatabases.All"/>.</summary>
    public string Database { get; init; } = "local";

    /// <summary>Settings of the server; only of the local one.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }

    /// <summary>Environment variables of the function in the place of the template's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How often Secrets Manager runs a rotation that fails; once, unless a test is about that.</summary>
    public RotationRetryOptions Retry { get; init; } = new() { Attempts = 1 };

    /// <summary>The function's time-out, as in the template.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
