using System.Security.Cryptography;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;
using Microsoft.Extensions.Logging.Abstractions;
using Testcontainers.PostgreSql;

namespace RotationLambdas.Databases;

/// <summary>A server in a container of an image that has the interface of the official <c>postgres</c> image.</summary>
public sealed class ContainerDatabaseServer : IDatabaseServer
{
    /// <summary>The repository of the images that tests/images/build makes; no registry has it.</summary>
    private const string BuiltHere = "rotationlambdas/";

    private readonly PostgreSqlContainer _container;
    private readonly ServerTls _tls;

    private ContainerDatabaseServer(PostgreSqlContainer container, ServerTls tls, string password)
    {
        _container = container;
        _tls = tls;
        AdministratorPassword = password;
    }

    public string Description => $"PostgreSQL in a container of {_container.Image.FullName}";

    public string Host => _container.Hostname;

    public int Port => _container.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort);

    public string RootCertificateFile => _tls.RootCertificateFile;

    public string AdministratorPassword { get; }

    public string AdministratorConnectionString => _container.GetConnectionString() + ";Pooling=false";

    /// <summary>Starts a container.</summary>
    /// <exception cref="DockerUnavailableException">No Docker engine answers.</exception>
    public static async Task<ContainerDatabaseServer> StartAsync(
        string image, bool pull = true, CancellationToken cancellationToken = default)
    {
        await DockerApi.ChooseVersionAsync();

        // The resource reaper is a container of an image of its own. Where images are built, no registry can be expected to have that.
        if (!pull || image.StartsWith(BuiltHere, StringComparison.Ordinal))
        {
            TestcontainersSettings.ResourceReaperEnabled = false;
        }

        var tls = new ServerTls();
        ContainerDatabaseServer? server = null;
        try
        {
            var (certificate, key) = tls.IssueForContainer();
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var container = new PostgreSqlBuilder(image)
                .WithLogger(NullLogger.Instance)
                .WithImagePullPolicy(pull ? PullPolicy.Missing : PullPolicy.Never)
                .WithUsername("postgres")
                .WithPassword(password)
                .WithDatabase("postgres")
                .WithEnvironment("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256")
                .WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256")
                .WithSsl(FilePath.Of(certificate), FilePath.Of(key))
                .WithCommand("-c", "log_statement=all", "-c", "password_encryption=scram-sha-256", "-c", "fsync=off") // 13 defaults to md5.
                .Build();
            server = new(container, tls, password);
            await container.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            if (server is null)
            {
                tls.Dispose();
            }
            else
            {
                await server.DisposeAsync();
            }

            throw;
        }
    }

    public async Task<string> ReadLogAsync()
    {
        var (output, error) = await _container.GetLogsAsync();
        return output + error;
    }

    public async ValueTask DisposeAsync()
    {
        await _container.DisposeAsync();
        _tls.Dispose();
    }
}
