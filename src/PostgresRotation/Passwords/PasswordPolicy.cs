using System.Globalization;

namespace RotationLambdas.PostgresRotation.Passwords;

/// <summary>
/// What new passwords are made of. Names, defaults and meanings are those of AWS's own rotation functions, which hand the values on to GetRandomPassword.
/// </summary>
internal sealed class PasswordPolicy
{
    /// <summary>The length when PASSWORD_LENGTH is not set.</summary>
    public const int DefaultLength = 32;

    /// <summary>The longest password that GetRandomPassword makes.</summary>
    public const int MaximumLength = 4096;

    /// <summary>What EXCLUDE_CHARACTERS is when it is not set: characters that break URLs and connection strings.</summary>
    public const string DefaultExcludedCharacters = ":/@\"'\\";

    private PasswordPolicy(int length, IReadOnlyList<string> types, bool requiresEachType)
    {
        Length = length;
        Types = types;
        RequiresEachType = requiresEachType;
        Alphabet = string.Concat(types);
    }

    /// <summary>The number of characters; 1 to <see cref="MaximumLength"/>.</summary>
    public int Length { get; }

    /// <summary>For each type of characters that is included, those of it that are allowed. A type of which nothing is left is not included.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Whether a password holds at least one character of each of <see cref="Types"/>.</summary>
    public bool RequiresEachType { get; }

    /// <summary>All characters that are allowed.</summary>
    public string Alphabet { get; }

    /// <summary>Reads the policy.</summary>
    /// <param name="variable">Returns the value of an environment variable; null when it is not set.</param>
    /// <exception cref="ConfigurationInvalidException">A value makes no sense, or all together leave no password to be made.</exception>
    public static PasswordPolicy FromEnvironment(Func<string, string?> variable)
    {
        var excluded = variable("EXCLUDE_CHARACTERS") ?? DefaultExcludedCharacters;
        var types = new List<string>();
        Include("EXCLUDE_LOWERCASE", CharacterTypes.Lowercase);
        Include("EXCLUDE_UPPERCASE", CharacterTypes.Uppercase);
        Include("EXCLUDE_NUMBERS", CharacterTypes.Numbers);
        Include("EXCLUDE_PUNCTUATION", CharacterTypes.Punctuation);
        var length = ReadLength(variable("PASSWORD_LENGTH"));
        var requiresEachType = ReadBoolean(variable, "REQUIRE_EACH_INCLUDED_TYPE", absent: true);

        if (types.Count == 0)
        {
            throw new ConfigurationInvalidException(
                $"EXCLUDE_CHARACTERS is \"{excluded}\" and, with the other EXCLUDE_ variables, leaves no character for a password.",
                "Allow at least one type of characters.");
        }

        return requiresEachType && length < types.Count
            ? throw new ConfigurationInvalidException(
                $"PASSWORD_LENGTH is {length}, and a password must hold a character of each of {types.Count} types.",
                $"Set PASSWORD_LENGTH to {types.Count} or more, or REQUIRE_EACH_INCLUDED_TYPE to false.")
            : new(length, types, requiresEachType);

        void Include(string exclusion, string type)
        {
            var allowed = string.Concat(type.Where(character => !excluded.Contains(character, StringComparison.Ordinal)));
            if (!ReadBoolean(variable, exclusion, absent: false) && allowed.Length > 0)
            {
                types.Add(allowed);
            }
        }
    }

    private static int ReadLength(string? value) =>
        string.IsNullOrEmpty(value) ? DefaultLength
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= 1 and <= MaximumLength ? length
        : throw new ConfigurationInvalidException(
            $"PASSWORD_LENGTH is \"{value}\".", $"Set it to a whole number from 1 to {MaximumLength}; {DefaultLength} when it is not set.");

    private static bool ReadBoolean(Func<string, string?> variable, string name, bool absent)
    {
        var value = variable(name);
        return value?.ToLowerInvariant() switch
        {
            null or "" => absent,
            "true" or "1" or "y" or "yes" => true,
            "false" or "0" or "n" or "no" => false,
            _ => throw new ConfigurationInvalidException($"{name} is \"{value}\".", "Set it to true, 1, y or yes, or to false, 0, n or no."),
        };
    }
}
