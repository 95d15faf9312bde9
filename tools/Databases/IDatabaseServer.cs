namespace RotationLambdas.Databases;

/// <summary>A PostgreSQL server with TLS and a certificate for <c>localhost</c> and <c>127.0.0.1</c>. It logs every statement.</summary>
public interface IDatabaseServer : IAsyncDisposable
{
    /// <summary>Where the server runs, for people.</summary>
    string Description { get; }

    /// <summary>The address for TCP.</summary>
    string Host { get; }

    /// <summary>The port for TCP.</summary>
    int Port { get; }

    /// <summary>A PEM file with the root that issued its certificate.</summary>
    string RootCertificateFile { get; }

    /// <summary>The superuser's password; the name is <c>postgres</c>.</summary>
    string AdministratorPassword { get; }

    /// <summary>The superuser's connection string, for Npgsql.</summary>
    string AdministratorConnectionString { get; }

    /// <summary>Everything that the server has logged.</summary>
    Task<string> ReadLogAsync();
}
