namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>One filter of ListSecrets or BatchGetSecretValue: any value may match; a value after <c>!</c> must not (User Guide, "Find
/// secrets in AWS Secrets Manager").</summary>
internal sealed class SecretFilter
{
    private static readonly string[] Keys = ["all", "name", "tag-key", "description", "tag-value", "primary-region", "owning-service"];
    private static readonly char[] WordEnds = [' ', '/', '_', '+', '=', '.', '@', '-'];

    private readonly string _key;
    private readonly IReadOnlyList<string> _values;

    private SecretFilter(string key, IReadOnlyList<string> values)
    {
        _key = key;
        _values = values;
    }

    public static IReadOnlyList<SecretFilter> Read(JsonObject input) => [.. input.Objects("Filters").Select(One)];

    public bool Admits(Secret secret)
    {
        var wanted = _values.Where(value => !value.StartsWith('!')).ToList();
        var unwanted = _values.Where(value => value.StartsWith('!')).Select(value => value[1..]);
        return (wanted.Count == 0 || wanted.Exists(value => Matches(secret, value))) && !unwanted.Any(value => Matches(secret, value));
    }

    private bool Matches(Secret secret, string value) => _key switch
    {
        "name" => secret.Name.StartsWith(value, StringComparison.Ordinal),
        "description" => HasWord(secret.Description, value),
        "tag-key" => secret.Tags.Keys.Any(key => key.StartsWith(value, StringComparison.Ordinal)),
        "tag-value" => secret.Tags.Values.Any(text => text.StartsWith(value, StringComparison.Ordinal)),
        "all" => HasWord(secret.Name, value) || HasWord(secret.Description, value)
            || secret.Tags.Any(tag => HasWord(tag.Key, value) || HasWord(tag.Value, value)),
        _ => false, // No secret here is a replica or owned by a service.
    };

    private static bool HasWord(string? text, string prefix) => text is not null && (
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        || text.Split(WordEnds).Any(word => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    private static SecretFilter One(JsonObject filter, int index)
    {
        var key = filter.RequiredText("Key");
        return Keys.Contains(key) ? new SecretFilter(key, filter.Texts("Values")) : throw new AwsServiceException(
            "ValidationException",
            $"1 validation error detected: Value '{key}' at 'filters.{index + 1}.member.key' failed to satisfy constraint: Member must "
                + $"satisfy enum value set: [{string.Join(", ", Keys)}]");
    }
}
