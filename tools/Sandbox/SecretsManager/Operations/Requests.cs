using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>What several operations read from their input, with its limits (Secrets Manager API Reference).</summary>
internal static partial class Requests
{
    private const int MostBytes = 65536;
    private const int MostStages = 20;

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
        var (text, base64) = (input.Text("SecretString"), input.Text("SecretBinary"));
        if (text is not null && base64 is not null)
        {
            throw new AwsServiceException(
                "InvalidParameterException", "You can't specify both a binary secret value and a string secret value in the same secret.");
        }

        if (text is not null && Encoding.UTF8.GetByteCount(text) is 0 or > MostBytes)
        {
            throw ContentLength("secretString", text.Length == 0);
        }

        if (base64 is not null && Decoded(base64) is 0 or > MostBytes)
        {
            throw ContentLength("secretBinary", base64.Length == 0);
        }

        return text is null && base64 is null ? null : new SecretContent(text, base64);
    }

    public static IReadOnlyList<string> Stages(JsonObject input)
    {
        var stages = input.Texts("VersionStages");
        if (stages.Count > MostStages)
        {
            throw new AwsServiceException(
                "ValidationException",
                $"1 validation error detected: Value at 'versionStages' failed to satisfy constraint: Member must have length less than "
                    + $"or equal to {MostStages}");
        }

        return [.. stages.Select(stage => Limited(stage, "versionStages", 1, 256))];
    }

    public static string Limited(string text, string member, int least, int most) => text.Length >= least && text.Length <= most
        ? text
        : throw new AwsServiceException(
            "ValidationException",
            $"1 validation error detected: Value '{text}' at '{member}' failed to satisfy constraint: Member must have length "
                + $"{(text.Length < least ? $"greater than or equal to {least}" : $"less than or equal to {most}")}");

    private static int Decoded(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64).Length;
        }
        catch (FormatException)
        {
            throw new AwsServiceException("SerializationException", "SecretBinary is not base64.");
        }
    }

    // The value itself stays out of the text: unlike other members it is a secret.
    private static AwsServiceException ContentLength(string member, bool empty) => new(
        "ValidationException",
        $"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length "
            + $"{(empty ? "greater than or equal to 1" : $"less than or equal to {MostBytes}")}");

    [GeneratedRegex("^[A-Za-z0-9/_+=.@!-]+$")]
    private static partial Regex NamePattern();
}
