using Docker.DotNet;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Demo.Databases;

internal static class DemoDatabases
{
    private static readonly string[] Images =
        ["postgres:18", "postgres:17", "postgres:16", "postgres:15", "rotationlambdas/postgres:17", "rotationlambdas/postgres:15"];

    /// <summary>Starts a container where a Docker engine answers and has an image (<c>POSTGRES_DEMO_IMAGE</c>, or one of the usual ones),
    /// otherwise this machine's binaries. <c>POSTGRES_DEMO=local</c> uses the binaries. Nothing is pulled.</summary>
    /// <exception cref="PostgresMissingException">There is neither; the message names what to install.</exception>
    public static async Task<IDatabaseServer> StartAsync(DemoScreen screen, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("POSTGRES_DEMO") != "local")
        {
            var images = Environment.GetEnvironmentVariable("POSTGRES_DEMO_IMAGE") is { Length: > 0 } named ? [named] : Images;
            try
            {
                return await StartContainerAsync(images, cancellationToken);
            }
            catch (DockerUnavailableException)
            {
            }
            catch (Exception error) when (
                error is DockerApiException or ContainerNotRunningException && PostgresBinaries.Find() is not null)
            {
                screen.Line(
                    $"No container of {string.Join(" or ", images)} started ({error.Message}); this machine's binaries are used instead.");
            }
        }

        return await LocalDatabaseServer.StartAsync(cancellationToken: cancellationToken);
    }

    private static async Task<IDatabaseServer> StartContainerAsync(string[] images, CancellationToken cancellationToken)
    {
        foreach (var image in images.SkipLast(1))
        {
            try
            {
                return await ContainerDatabaseServer.StartAsync(image, pull: false, cancellationToken);
            }
            catch (DockerApiException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
            {
            }
        }

        return await ContainerDatabaseServer.StartAsync(images[^1], pull: false, cancellationToken);
    }
}
