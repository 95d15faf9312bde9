using RotationLambdas.PostgresRotation.Passwords;
using RotationLambdas.PostgresRotation.Postgres;

namespace RotationLambdas.PostgresRotation.Options;

/// <summary>What an operator may choose, read once when the function starts; see <see cref="RotationOptionsReader"/> for the variables.</summary>
internal sealed record RotationOptions
{
    /// <summary>Who gets the new password. Default: what the secret says.</summary>
    public RotationStrategyChoice Strategy { get; init; }

    /// <summary>Where the superuser's credential is found. Default: in the secret that a secret's own <c>masterarn</c> names.</summary>
    public SuperuserOptions Superuser { get; init; } = new();

    /// <summary>What is behind the second user's name. Default: "_clone", as AWS's own function has it.</summary>
    public string AlternateUserSuffix { get; init; } = "_clone";

    /// <summary>Whether the second user's sessions run as the first user, so that what either creates belongs to the first. Default: true.</summary>
    public bool SharesOwnership { get; init; } = true;

    /// <summary>The transport for secrets that do not say otherwise. Default: verify-full against the system's roots.</summary>
    public TlsPolicy Tls { get; init; } = new(TlsMode.VerifyFull);

    /// <summary>A query that must succeed for a new credential to be good; null: none.</summary>
    public string? TestQuery { get; init; }

    /// <summary>Whether a read-only server passes the test. Default: false.</summary>
    public bool ReadOnlyExpected { get; init; }

    /// <summary>How long one attempt to connect may take, 1 to 10 seconds. Default: 5 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How new passwords are made. Default: as AWS's own function makes them.</summary>
    public PasswordPolicy Passwords { get; init; } = PasswordPolicy.FromEnvironment(_ => null);
}
