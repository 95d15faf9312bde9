namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>Times as AWS JSON 1.1 carries them: seconds since 1970, with thousandths.</summary>
internal static class WireTime
{
    public static JsonValue Of(DateTimeOffset time) => JsonValue.Create(Math.Round(time.ToUnixTimeMilliseconds() / 1000m, 3));

    public static JsonValue DayOf(DateTimeOffset time) =>
        JsonValue.Create((decimal)new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds());
}
