namespace RotationLambdas.PostgresRotation.Passwords;

/// <summary>The rules for new passwords. Names, defaults and meanings are those of AWS's own rotation functions, which pass the values to
/// GetRandomPassword.</summary>
/// <param name="Length">The number of characters; 1 to <see cref="MaximumLength"/>.</param>
/// <param name="Types">The allowed characters by type. A type of which nothing is left is not included.</param>
/// <param name="RequiresEachType">Whether a password holds at least one character of each of the types.</param>
internal sealed record PasswordPolicy(int Length, IReadOnlyList<string> Types, bool RequiresEachType)
{
    /// <summary>The length when PASSWORD_LENGTH is not set.</summary>
    public const int DefaultLength = 32;

    /// <summary>The longest password that GetRandomPassword makes.</summary>
    public const int MaximumLength = 4096;

    /// <summary>The value of EXCLUDE_CHARACTERS when it is not set: characters that break URLs and connection strings.</summary>
    public const string DefaultExcludedCharacters = ":/@\"'\\";

    /// <summary>All characters that are allowed.</summary>
    public string Alphabet { get; } = string.Concat(Types);
}
