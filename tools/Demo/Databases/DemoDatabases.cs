using RotationLambdas.Demo.Screen;
using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Demo.Databases;

/// <summary>Chooses the demo's server.</summary>
internal static class DemoDatabases
{
    /// <summary>
    /// Starts a container where a Docker engine answers and has an image, otherwise this machine's binaries. <c>POSTGRES_DEMO=local</c> leaves containers alone.
    /// </summary>
    /// <exception cref="PostgresMissingException">There is neither; the message says what to install.</exception>
    public static async Task<IDemoDatabase> StartAsync(IScreen screen, CancellationToken cancellationToken)
    {
        var image = Environment.GetEnvironmentVariable("POSTGRES_DEMO") == "local" ? null : await DockerEngine.FindImageAsync(cancellationToken);
        if (image is not null)
        {
            try
            {
                return await ContainerDatabase.StartAsync(image, cancellationToken);
            }
            catch (Exception error) when (error is InvalidOperationException or Npgsql.NpgsqlException && PostgresBinaries.Find() is not null)
            {
                screen.Say($"The container of {image} did not start ({error.Message}); this machine's binaries are taken instead.");
            }
        }

        return await BinariesDatabase.StartAsync(cancellationToken);
    }
}
