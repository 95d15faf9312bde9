namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>What several operations read from their input, with its limits (Secrets Manager API Reference).</summary>
internal static partial class Requests
{
    private const int MostBytes = 65536;
    private const int MostStages = 20;
    private const int LargestPage = 100;

    public static string SecretId(JsonObject input) => Limited(input.RequiredText("SecretId"), "secretId", 1, 2048);

    public static string Token(JsonObject input)
    {
        var token = input.Text("ClientRequestToken")
            ?? throw new AwsServiceException(
                "InvalidRequestException", "You must provide a ClientRequestToken value. We recommend a UUID-type value.");
        return token.Length is >= 32 and <= 64
            ? token
            : throw new AwsServiceException("InvalidParameterException", "ClientRequestToken must be 32-64 characters long.");
    }

    public static string Name(JsonObject input)
    {
        var name = Limited(input.RequiredText("Name"), "name", 1, 512);
        return NamePattern().IsMatch(name) ? name : throw new AwsServiceException(
            "ValidationException",
            "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
    }

    public static SecretContent? Content(JsonObject input)
    {
        if (input["SecretBinary"] is not null)
        {
            throw new AwsServiceException("InvalidParameterException", "The sandbox keeps text only. Give a SecretString.");
        }

        // The value itself stays out of the refusal: unlike other members it is a secret.
        return input.Text("SecretString") switch
        {
            null => null,
            "" => throw Length("secretString", "greater than or equal to 1"),
            var text when Encoding.UTF8.GetByteCount(text) > MostBytes =>
                throw Length("secretString", $"less than or equal to {MostBytes}"),
            var text => new SecretContent(text),
        };
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Tags(JsonObject input) =>
        [.. input.Objects("Tags").Select(tag => KeyValuePair.Create(
            UsersOwn(Limited(tag.RequiredText("Key"), "tags.member.key", 1, 128)),
            Limited(tag.Text("Value") ?? "", "tags.member.value", 0, 256)))];

    public static (IReadOnlyList<T> Items, string? Next) Page<T>(IReadOnlyList<T> all, JsonObject input)
    {
        var size = input.Number("MaxResults") ?? LargestPage;
        return size is >= 1 and <= LargestPage
            ? Wire.Page.Of(
                all, size, input.Text("NextToken"),
                new AwsServiceException("InvalidNextTokenException", "The NextToken value is invalid."))
            : throw new AwsServiceException(
                "ValidationException",
                $"1 validation error detected: Value '{size}' at 'maxResults' failed to satisfy constraint: Member must be between 1 and "
                    + $"{LargestPage}");
    }

    public static IReadOnlyList<string> Stages(JsonObject input)
    {
        var stages = input.Texts("VersionStages");
        return stages.Count <= MostStages
            ? [.. stages.Select(stage => Limited(stage, "versionStages", 1, 256))]
            : throw Length("versionStages", $"less than or equal to {MostStages}");
    }

    public static string Limited(string text, string member, int least, int most) => text.Length >= least && text.Length <= most
        ? text
        : throw Length(member, text.Length < least ? $"greater than or equal to {least}" : $"less than or equal to {most}", $" '{text}'");

    private static AwsServiceException Length(string member, string allowed, string shown = "") => new(
        "ValidationException",
        $"1 validation error detected: Value{shown} at '{member}' failed to satisfy constraint: Member must have length {allowed}");

    private static string UsersOwn(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
        ? throw new AwsServiceException("InvalidParameterException", "Tag keys that begin with aws: are reserved for AWS.")
        : key;

    [GeneratedRegex("^[A-Za-z0-9/_+=.@!-]+$")]
    private static partial Regex NamePattern();
}
