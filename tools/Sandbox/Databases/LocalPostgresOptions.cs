namespace RotationLambdas.Sandbox.Databases;

/// <summary>How a <see cref="LocalPostgresServer"/> is set up. The defaults make a server that asks for SCRAM on 127.0.0.1 and has no
/// TLS.</summary>
public sealed record LocalPostgresOptions
{
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> HostLines { get; init; } = ["host all all 127.0.0.1/32 scram-sha-256"];

    public ServerCertificate? Certificate { get; init; }
}
