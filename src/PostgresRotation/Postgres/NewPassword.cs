namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>A password to be set. It is in no text that this type makes.</summary>
/// <param name="InPlainText">
/// Whether the server gets the password itself and not a hash: the operator's setting for servers that check passwords and refuse hashes.
/// </param>
internal sealed record NewPassword(string Value, bool InPlainText = false)
{
    /// <summary>No password.</summary>
    public override string ToString() => "A new password";
}
