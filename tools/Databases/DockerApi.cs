using Docker.DotNet;

namespace RotationLambdas.Databases;

/// <summary>Lets Testcontainers use a Docker engine that is older than its own default.</summary>
internal static class DockerApi
{
    /// <summary>Documented for Testcontainers; Debian 12 and Ubuntu 22.04 shipped engines that refuse version 1.44, Testcontainers'
    /// default.</summary>
    private const string Variable = "DOCKER_API_VERSION";

    private static readonly Lazy<Task> Chosen = new(ChooseAsync);

    /// <summary>Chooses the API version once a process, before the first container is built.</summary>
    public static Task ChooseVersionAsync() => Chosen.Value;

    private static async Task ChooseAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            return;
        }

        try
        {
            using var docker = new DockerClientBuilder().WithTimeout(TimeSpan.FromSeconds(5)).Build();
            var version = await docker.System.GetVersionAsync();
            if (Version.Parse(version.APIVersion) < new Version(1, 44))
            {
                Environment.SetEnvironmentVariable(Variable, version.APIVersion);
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or TimeoutException or DockerApiException)
        {
            // No engine answers: Testcontainers reports that with its own advice.
        }
    }
}
