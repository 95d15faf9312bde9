namespace RotationLambdas.Shared;

/// <summary>Reads environment variables and rejects invalid values by name. An empty variable counts as not set, because that is how
/// CloudFormation passes a parameter that was left empty.</summary>
/// <param name="variable">Gives a variable's value, null when it is not set.</param>
internal sealed class EnvironmentReader(Func<string, string?> variable)
{
    private const int LongestNamespace = 255;

    /// <summary>A variable's text without the white space around it; null when it is not set.</summary>
    public string? Text(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>A variable's text exactly as it is; null when it is not set.</summary>
    public string? ExactText(string name) => variable(name) is { Length: > 0 } value ? value : null;

    /// <summary>A variable that is true or false, in any case; AWS's own rotation functions take 1, y, yes and their opposites
    /// too.</summary>
    /// <exception cref="ConfigurationInvalidException">It is neither.</exception>
    public bool Flag(string name, bool otherwise) => Text(name)?.ToUpperInvariant() switch
    {
        null => otherwise,
        "TRUE" or "1" or "Y" or "YES" => true,
        "FALSE" or "0" or "N" or "NO" => false,
        _ => throw Invalid(name, "true or false"),
    };

    /// <summary>A whole number within limits.</summary>
    /// <exception cref="ConfigurationInvalidException">It is not such a number.</exception>
    public int Number(string name, int least, int most, int otherwise) => Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw Invalid(name, $"a whole number from {least} to {most}");

    /// <summary>A time in whole seconds within limits.</summary>
    /// <exception cref="ConfigurationInvalidException">It is not such a number.</exception>
    public TimeSpan Seconds(string name, int least, int most, TimeSpan otherwise) =>
        TimeSpan.FromSeconds(Number(name, least, most, (int)otherwise.TotalSeconds));

    /// <summary>A time in whole minutes within limits.</summary>
    /// <exception cref="ConfigurationInvalidException">It is not such a number.</exception>
    public TimeSpan Minutes(string name, int least, int most, TimeSpan otherwise) =>
        TimeSpan.FromMinutes(Number(name, least, most, (int)otherwise.TotalMinutes));

    /// <summary>Texts separated by commas, without the white space around them; empty when the variable is not set.</summary>
    public IReadOnlyList<string> List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>One of several words, in any case.</summary>
    /// <exception cref="ConfigurationInvalidException">It is not one of them.</exception>
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

    /// <summary>A namespace of CloudWatch metrics.</summary>
    /// <exception cref="ConfigurationInvalidException">It is too long, or AWS's own.</exception>
    public string MetricsNamespace(string name, string otherwise) => Text(name) switch
    {
        null => otherwise,
        { Length: <= LongestNamespace } text when !text.StartsWith("AWS/", StringComparison.Ordinal) => text,
        _ => throw Invalid(name, $"1 to {LongestNamespace} characters that do not begin with AWS/"),
    };

    /// <summary>The error for a variable: it names the variable, the value, and what is allowed.</summary>
    public ConfigurationInvalidException Invalid(string name, Sentence allowed) => new(
        $"The environment variable {name} is \"{variable(name)}\", which is not {allowed}.",
        $"Set {name} to {allowed}, or remove it to use the default.");
}
