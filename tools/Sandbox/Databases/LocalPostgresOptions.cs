namespace RotationLambdas.Sandbox.Databases;

/// <summary>How a <see cref="LocalPostgresServer"/> is set up. The defaults make a server that asks for SCRAM on 127.0.0.1 and has no TLS.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>Lines for postgresql.conf, such as <c>log_statement</c> = <c>all</c>; they win over the server's own defaults here.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Lines of pg_hba.conf for connections over TCP; by default every user may log in from 127.0.0.1 with SCRAM.
    /// The administrator's way in over the Unix socket is always there.
    /// </summary>
    public IReadOnlyList<string> HostLines { get; init; } = ["host all all 127.0.0.1/32 scram-sha-256"];

    /// <summary>The certificate that the server shows; null (the default) leaves TLS off.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>The TCP port; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The folder with <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>; null (the default) looks on PATH and in the places where packages put them.</summary>
    public string? BinariesFolder { get; init; }
}
