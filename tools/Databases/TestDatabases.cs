namespace RotationLambdas.Databases;

/// <summary>The servers that rotations are tested against: this machine's own binaries, and a container for each entry of
/// <c>POSTGRES_TEST_IMAGES</c>, such as <c>15=postgres:15,17=postgres:17</c>.</summary>
public static class TestDatabases
{
    private const string Local = "local";

    private static readonly Dictionary<string, string> Images = (Environment.GetEnvironmentVariable("POSTGRES_TEST_IMAGES") ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split('=', 2))
        .ToDictionary(entry => entry[0], entry => entry[^1]);

    /// <summary>The versions there are images for.</summary>
    public static IReadOnlyCollection<string> ContainerVersions => Images.Keys;

    /// <summary>Every server: <c>local</c> and the versions.</summary>
    public static IReadOnlyCollection<string> All => [Local, .. Images.Keys];

    /// <summary>The versions, or <c>local</c> where there are no images.</summary>
    public static IReadOnlyCollection<string> Versions => Images.Count > 0 ? Images.Keys : [Local];

    /// <summary>Starts one of <see cref="All"/>.</summary>
    /// <param name="settings">Settings of the server; a container takes none.</param>
    public static async Task<IDatabaseServer> StartAsync(string name = Local, IReadOnlyDictionary<string, string>? settings = null) =>
        name == Local ? await LocalDatabaseServer.StartAsync(settings) : await ContainerDatabaseServer.StartAsync(Images[name]);
}
