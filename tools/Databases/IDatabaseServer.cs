namespace RotationLambdas.Databases;

/// <summary>A PostgreSQL server with TLS and a certificate for <c>localhost</c> and <c>127.0.0.1</c>. It logs every statement.</summary>
public interface IDatabaseServer : IAsyncDisposable
{
    string Description { get; }

    string Host { get; }

    int Port { get; }

    string RootCertificateFile { get; }

    /// <summary>The superuser's password; the name is <c>postgres</c>.</summary>
    string AdministratorPassword { get; }

    string AdministratorConnectionString { get; }

    Task<string> ReadLogAsync();
}
