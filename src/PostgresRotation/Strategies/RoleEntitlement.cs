namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>The evidence that a secret is entitled to a role.</summary>
internal enum RoleEntitlement
{
    None,

    /// <summary>A password of the secret for the role was accepted at the superuser's own address.</summary>
    Login,

    /// <summary>The role is created now, as the second of a pair whose first is entitled by <see cref="Login"/>.</summary>
    Created,

    /// <summary>The role is recorded as one of a pair whose other is entitled by <see cref="Login"/>.</summary>
    RecordedPair,

    /// <summary>The operator lists secret and role as recoverable, and the secret's address is the superuser's.</summary>
    Recoverable,
}
