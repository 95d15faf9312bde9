namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>The rule for names of roles (PostgreSQL documentation, "Identifiers and Key Words").</summary>
internal static class RoleName
{
    /// <summary>What PostgreSQL keeps of a name, in bytes of UTF-8; it cuts longer ones off without an error.</summary>
    public const int MaximumBytes = 63;

    /// <summary>Refuses what PostgreSQL would not take as it is.</summary>
    /// <exception cref="RoleUnsuitableException">The name is empty, too long, or holds a NUL.</exception>
    public static void Require(string name)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal) || Encoding.UTF8.GetByteCount(name) > MaximumBytes)
        {
            throw new RoleUnsuitableException(
                $"The role name \"{name.Replace('\0', '?')}\" is empty, holds a NUL character or is longer than {MaximumBytes} bytes, and "
                    + $"PostgreSQL cannot keep it as it is.",
                "Use a shorter user name (with space for the alternate's suffix).");
        }
    }
}
