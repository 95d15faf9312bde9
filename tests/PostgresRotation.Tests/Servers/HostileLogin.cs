namespace RotationLambdas.PostgresRotation.Tests.Servers;

internal static class HostileLogin
{
    public const string Password = "never-to-be-seen";

    public static TlsPolicy NoTls { get; } = new(TlsMode.Disabled);

    /// <summary>Time for a few attempts.</summary>
    public static TimeBudget Short() => new(TimeSpan.FromSeconds(6), new HurriedClock());

    public static Task<IDatabaseSession> LogInAsync(
        string host, int port, TlsPolicy tls, TimeBudget? budget = null, TimeSpan? connectTimeout = null) =>
        new NpgsqlDatabase(connectTimeout ?? TimeSpan.FromSeconds(5)).LogInAsync(
            new(host, port, "postgres", tls), new("app", Password), budget
                ?? PostgresFixture.NewBudget(), SessionSettings.Fixed, CancellationToken.None);
}
