namespace RotationLambdas.Sandbox.Wire;

/// <summary>Times as AWS JSON carries them: seconds since 1970, with milliseconds behind the point.</summary>
internal static class Timestamps
{
    public static JsonNode ToJson(this DateTimeOffset time) => JsonValue.Create(time.ToUnixTimeMilliseconds() / 1000m);
}
