namespace RotationLambdas.PostgresRotation.Options;

/// <summary>Reads the <see cref="PasswordPolicy"/> from the function's environment.</summary>
internal static class PasswordPolicyReader
{
    /// <param name="variable">Gives a variable's value, null when it is not set.</param>
    /// <exception cref="ConfigurationInvalidException">A value is invalid, or all together leave no possible password.</exception>
    public static PasswordPolicy Read(Func<string, string?> variable)
    {
        EnvironmentReader environment = new(variable);

        // Set and empty, the variable excludes nothing, as with AWS's functions.
        var excluded = variable("EXCLUDE_CHARACTERS") ?? PasswordPolicy.DefaultExcludedCharacters;
        List<string> types =
        [
            .. Allowed("EXCLUDE_LOWERCASE", CharacterTypes.Lowercase),
            .. Allowed("EXCLUDE_UPPERCASE", CharacterTypes.Uppercase),
            .. Allowed("EXCLUDE_NUMBERS", CharacterTypes.Numbers),
            .. Allowed("EXCLUDE_PUNCTUATION", CharacterTypes.Punctuation),
        ];
        var length = environment.Number("PASSWORD_LENGTH", 1, PasswordPolicy.MaximumLength, otherwise: PasswordPolicy.DefaultLength);
        var requiresEachType = environment.Flag("REQUIRE_EACH_INCLUDED_TYPE", otherwise: true);
        return types.Count == 0
            ? throw new ConfigurationInvalidException(
                $"EXCLUDE_CHARACTERS is \"{excluded}\" and, with the other EXCLUDE_ variables, leaves no character for a password.",
                "Allow at least one type of characters.")
            : requiresEachType && length < types.Count
                ? throw new ConfigurationInvalidException(
                    $"PASSWORD_LENGTH is {length}, and a password must hold a character of each of {types.Count} types.",
                    $"Set PASSWORD_LENGTH to {types.Count} or more, or REQUIRE_EACH_INCLUDED_TYPE to false.")
                : new(length, types, requiresEachType);

        IEnumerable<string> Allowed(string exclusion, string type)
        {
            var allowed = string.Concat(type.Where(character => !excluded.Contains(character, StringComparison.Ordinal)));
            return environment.Flag(exclusion, otherwise: false) || allowed.Length == 0 ? [] : [allowed];
        }
    }
}
