using System.Globalization;
using RotationLambdas.PostgresRotation.Errors;

namespace RotationLambdas.PostgresRotation.Options;

/// <summary>
/// Reads environment variables and refuses, by name, what makes no sense. An empty variable counts as not set, because that is how
/// CloudFormation passes a parameter that was left empty.
/// </summary>
/// <param name="variable">Gives a variable's value, null when it is not set.</param>
internal sealed class EnvironmentReader(Func<string, string?> variable)
{
    /// <summary>A variable's text; null when it is not set.</summary>
    public string? Text(string name) => variable(name) is { Length: > 0 } value ? value : null;

    /// <summary>A variable that is true or false, in the words AWS's own functions take and their opposites.</summary>
    /// <exception cref="ConfigurationInvalidException">It is neither.</exception>
    public bool Flag(string name, bool otherwise) => Text(name)?.ToUpperInvariant() switch
    {
        null => otherwise,
        "TRUE" or "1" or "Y" or "YES" => true,
        "FALSE" or "0" or "N" or "NO" => false,
        _ => throw Invalid(name, "true or false"),
    };

    /// <summary>A whole number within limits.</summary>
    /// <exception cref="ConfigurationInvalidException">It is no such number.</exception>
    public int Number(string name, int least, int most, int otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Invalid(name, $"a whole number from {least} to {most}");
    }

    /// <summary>One of several words, in any case.</summary>
    /// <exception cref="ConfigurationInvalidException">It is none of them.</exception>
    public T Choice<T>(string name, T otherwise, params ReadOnlySpan<(string Word, T Meaning)> choices)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        List<string> words = [];
        foreach ((var word, var meaning) in choices)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }

            words.Add(word);
        }

        throw Invalid(name, $"{string.Join(", ", words[..^1])} or {words[^1]}");
    }

    /// <summary>The error for a variable: it names the variable, the value, and what is allowed.</summary>
    public ConfigurationInvalidException Invalid(string name, string allowed) => new(
        $"The environment variable {name} is \"{Printable.Of(Text(name) ?? "")}\", which is not {allowed}.",
        $"Set {name} to {allowed}, or remove it to take the default.");
}
