namespace RotationLambdas.PostgresRotation.Options;

/// <summary>A superuser's server.</summary>
internal sealed record SuperuserAddress
{
    /// <summary>The writer's name or IP address.</summary>
    public required string Host { get; set; }

    /// <summary>The port; 5432 when not given.</summary>
    public int Port { get; set; } = 5432;
}
