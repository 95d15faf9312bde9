using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace RotationLambdas.PostgresRotation.Options;

/// <summary>Reads <see cref="TrustSettings"/> from the variable TRUST_SETTINGS: the JSON document itself, or the ARN of a secret of the
/// operator's that holds it.</summary>
internal static class TrustSettingsReader
{
    public const string Variable = "TRUST_SETTINGS";

    private const string Arn = "a secret's complete ARN, such as arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-a1b2c3";

    private const string Name = "a text of 1 to 63 bytes without NUL";

    /// <summary>Reads the settings once, when the function starts.</summary>
    /// <param name="variable">Gives a variable's value, null when it is not set.</param>
    /// <param name="secretsManager">Reads the operator's secret, where the variable names one.</param>
    /// <exception cref="ConfigurationInvalidException">The document is invalid; the message names the path and what is allowed.</exception>
    public static async Task<TrustSettings> ReadAsync(Func<string, string?> variable, IAmazonSecretsManager secretsManager)
    {
        var text = variable(Variable)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return new TrustSettings();
        }

        if (text[0] == '{')
        {
            return Parse(text, Variable);
        }

        if (!IsArn(text))
        {
            throw new ConfigurationInvalidException(
                $"{Variable} is neither a JSON object nor {Arn}.",
                "Set it to one of the two, or remove it; docs/reference/trust-settings.md describes the document.");
        }

        try
        {
            var secret = await secretsManager.GetSecretValueAsync(new GetSecretValueRequest { SecretId = text });
            return Parse(secret.SecretString ?? "", $"The secret {text} that {Variable} names");
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException)
        {
            var code = (error as AmazonServiceException)?.ErrorCode ?? error.GetType().Name;
            throw new ConfigurationInvalidException(
                $"The secret {text} that {Variable} names cannot be read ({OutsideText.Of(code)}).",
                "Allow secretsmanager:GetSecretValue on it in the function's execution role, and check its ARN.");
        }
    }

    /// <param name="origin">Where it is from, in words that start a sentence.</param>
    /// <exception cref="ConfigurationInvalidException">It is invalid.</exception>
    public static TrustSettings Parse(string json, string origin)
    {
        try
        {
            var settings = JsonSerializer.Deserialize(json.TrimStart('\uFEFF'), TrustSettingsJson.Default.TrustSettings)
                ?? throw Invalid(origin, "$", Allowed("$"));
            Check(settings, origin);
            return settings;
        }
        catch (JsonException error)
        {
            // The parser's message quotes what it could not read, which may have been pasted by mistake.
            var path = OutsideText.Of(error.Path ?? "$");
            throw Invalid(origin, path, Allowed(path), $" (line {error.LineNumber + 1}, byte {error.BytePositionInLine})");
        }
    }

    private static void Check(TrustSettings settings, string origin)
    {
        Arns(settings.SuperuserSecrets, "$.superuserSecrets");
        Arns(settings.PlaintextTransport, "$.plaintextTransport");
        Arns(settings.ReaderHosts, "$.readerHosts");
        Arns(settings.PlainTextPasswords, "$.plainTextPasswords");
        Arns(settings.Leaked, "$.leaked");
        Roles(settings.Recoverable, "$.recoverable");
        Roles(settings.Privileged, "$.privileged");
        Roles(settings.Transferred, "$.transferred");
        if (settings.SuperuserDatabase is { } database)
        {
            Require(IsName(database), "$.superuserDatabase", Name);
        }

        foreach (var (secret, name) in settings.CertificateNames)
        {
            var path = $"$.certificateNames['{OutsideText.Of(secret)}']";
            Require(IsArn(secret), path, $"under {Arn}");
            Require(name is not null && HostNames.IsOne(name), path, "one host name");
        }

        foreach (var (secret, address) in settings.SuperuserAddresses)
        {
            var path = $"$.superuserAddresses['{OutsideText.Of(secret)}']";
            Require(IsArn(secret), path, $"under {Arn}");
            Require(address is not null && HostNames.IsOne(address.Host), $"{path}.host", "one host name or IP address");
            Require(address!.Port is > 0 and <= ushort.MaxValue, $"{path}.port", "a whole number from 1 to 65535");
        }

        foreach (var (secret, keys) in settings.PasswordCopies)
        {
            var path = $"$.passwordCopies['{OutsideText.Of(secret)}']";
            Require(IsArn(secret), path, $"under {Arn}");
            Require(
                keys is { Count: > 0 } && keys.All(key => key is { Length: > 0 } and not "password"),
                path,
                "a list of the secret's keys, without password itself");
        }

        void Arns(IReadOnlyList<string> secrets, string path)
        {
            for (var i = 0; i < secrets.Count; i++)
            {
                Require(IsArn(secrets[i]), $"{path}[{i}]", Arn);
            }
        }

        void Roles(IReadOnlyList<SecretRole> roles, string path)
        {
            for (var i = 0; i < roles.Count; i++)
            {
                Require(roles[i] is not null, $"{path}[{i}]", "an object with secret and role");
                Require(IsArn(roles[i].Secret), $"{path}[{i}].secret", Arn);
                Require(IsName(roles[i].Role), $"{path}[{i}].role", Name);
            }
        }

        void Require(bool holds, string path, string allowed)
        {
            if (!holds)
            {
                throw Invalid(origin, path, allowed);
            }
        }
    }

    /// <summary>What is allowed at a path, for errors that the JSON reader found.</summary>
    private static string Allowed(string path)
    {
        var member = path.StartsWith("$.", StringComparison.Ordinal) ? path[2..].Split('.', '[')[0] : "";
        return member switch
        {
            "superuserSecrets" or "plaintextTransport" or "readerHosts" or "plainTextPasswords" or "leaked" => "one list of secrets' ARNs",
            "recoverable" or "privileged" or "transferred" =>
                "one list of objects with secret (an ARN) and role (a name), and no other member",
            "superuserAddresses" =>
                "one object that gives an object with host and port (5432 if absent) for each secret's ARN, each ARN once",
            "certificateNames" => "one object that gives a host name for each secret's ARN, each ARN once",
            "passwordCopies" => "one object that gives a list of keys for each secret's ARN, each ARN once",
            "superuserDatabase" => "one string, the name of a database",
            "$schema" => "one string",
            _ => "one JSON object with these members at most, each once: "
                + string.Join(", ", TrustSettingsJson.Default.TrustSettings.Properties.Select(property => property.Name)),
        };
    }

    private static ConfigurationInvalidException Invalid(string origin, string path, string allowed, string place = "") => new(
        $"{origin} is invalid at {path}{place}.", $"Allowed there: {allowed}. See docs/reference/trust-settings.md.");

    private static bool IsName(string? name) =>
        name is { Length: > 0 } && !name.Contains('\0', StringComparison.Ordinal) && Encoding.UTF8.GetByteCount(name) <= 63;

    private static bool IsArn(string? text) =>
        RotationLambdas.Shared.Arn.TryParse(text, out var arn)
        && arn is { Service: "secretsmanager", Location: { Region.Length: > 0, Account.Length: 12 } }
        && arn.Location.Account.All(char.IsAsciiDigit)
        && arn.Resource.Split(':') is ["secret", { Length: > 7 } name]
        && !name.Contains('*', StringComparison.Ordinal);
}
