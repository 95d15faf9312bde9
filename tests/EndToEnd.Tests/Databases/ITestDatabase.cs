namespace RotationLambdas.EndToEnd.Tests.Databases;

/// <summary>A PostgreSQL server of a test. It has TLS with a certificate for <c>localhost</c> and <c>127.0.0.1</c>, and logs every statement.</summary>
public interface ITestDatabase : IAsyncDisposable
{
    /// <summary>The address for TCP.</summary>
    string Host { get; }

    /// <summary>The port for TCP.</summary>
    int Port { get; }

    /// <summary>A PEM file with the root that issued its certificate.</summary>
    string RootCertificateFile { get; }

    /// <summary>The superuser's password; the name is <c>postgres</c>.</summary>
    string AdministratorPassword { get; }

    /// <summary>The superuser's way in, for Npgsql.</summary>
    string AdministratorConnectionString { get; }

    /// <summary>All that the server has logged.</summary>
    Task<string> ReadLogAsync();
}
