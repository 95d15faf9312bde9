namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal static class SecretTags
{
    private const int Most = 50;

    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonObject input) =>
        [.. input.Objects("Tags").Select(tag => KeyValuePair.Create(
            UsersOwn(Requests.Limited(tag.RequiredText("Key"), "tags.member.key", 1, 128)),
            Requests.Limited(tag.Text("Value") ?? "", "tags.member.value", 0, 256)))];

    private static string UsersOwn(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
        ? throw new AwsServiceException("InvalidParameterException", "Tag keys that begin with aws: are reserved for AWS.")
        : key;

    public static void Set(Secret secret, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        if (secret.Tags.Keys.Union(tags.Select(tag => tag.Key)).Count() > Most)
        {
            throw new AwsServiceException("InvalidParameterException", $"A secret can have at most {Most} tags.");
        }

        foreach (var (key, value) in tags)
        {
            secret.Tags[key] = value;
        }
    }
}
