namespace RotationLambdas.Demo.Databases;

/// <summary>The PostgreSQL server of the demo: with TLS, and logging every statement.</summary>
internal interface IDemoDatabase : IAsyncDisposable
{
    /// <summary>What it is, for the screen.</summary>
    string Description { get; }

    /// <summary>The address for TCP.</summary>
    string Host { get; }

    /// <summary>The port for TCP.</summary>
    int Port { get; }

    /// <summary>The superuser's password; the name is <c>postgres</c>.</summary>
    string AdministratorPassword { get; }

    /// <summary>The superuser's way in, for Npgsql.</summary>
    string AdministratorConnectionString { get; }

    /// <summary>A PEM file with the root of the server's certificate.</summary>
    string RootCertificateFile { get; }

    /// <summary>All that the server has logged.</summary>
    Task<string> ReadLogAsync();
}
