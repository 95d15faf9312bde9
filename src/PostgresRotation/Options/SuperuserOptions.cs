namespace RotationLambdas.PostgresRotation.Options;

/// <summary>Where the superuser's credential is found.</summary>
/// <param name="SecretId">
/// The first of SUPERUSER_SECRET_ARN: the secret to use for secrets that name none themselves (<c>masterarn</c>); null: none.
/// </param>
/// <param name="Host">SUPERUSER_HOST: the host for superuser secrets that hold only username and password; null: none.</param>
/// <param name="Port">SUPERUSER_PORT: the port that goes with it; 5432 when not set.</param>
internal sealed record SuperuserOptions(string? SecretId = null, string? Host = null, int Port = 5432);
