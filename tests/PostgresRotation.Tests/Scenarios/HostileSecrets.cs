using FsCheck;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

internal static class HostileSecrets
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(
            "",
            " ", "app", "Ünï", "用户", "😀", "a'b\"c", "%s{0}", "a;Host=evil", "\u0000", "a\nb", "\u202e",
            "md50123456789abcdef0123456789abcdef",
            "SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy",
            "postgresql://evil/db", "127.0.0.1,evil", "[::1]", "../../etc/passwd", "$(id)", "'; DROP ROLE x; --"),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Choose(60, 70).Select(length => new string('x', length)));

    public static readonly Gen<string> Json = Gen.Sized(Any);

    private static readonly string[] Keys = [
        "engine", "host", "port", "dbname", "username", "password", "masterarn", "ssl", "tls_certificate_name"];

    /// <summary>An object whose known keys hold anything, among keys that nobody knows, some of them twice.</summary>
    public static readonly Gen<string> Objects =
        from keys in Gen.SubListOf(Keys)
        from others in Text.ListOf(3)
        from values in Json.ListOf(keys.Count + 3)
        select "{" + string.Join(",", keys.Concat(others).Zip(values, (key, value) => $"{Literal(key)}:{value}")) + "}";

    /// <summary>A secret that is right but for one key, which holds anything.</summary>
    public static Gen<string> NearlyRight(IReadOnlyDictionary<string, string> right) =>
        from key in Gen.Elements(Keys)
        from value in Gen.OneOf(Json, Text.Select(Literal))
        from isRemoved in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select Object(isRemoved ? right.Where(field => field.Key != key) : right.Where(field => field.Key != key).Append(new(key, value)));

    public static string Object(IEnumerable<KeyValuePair<string, string>> fields) =>
        "{" + string.Join(",", fields.Select(field => $"{Literal(field.Key)}:{field.Value}")) + "}";

    public static string Literal(string text) => JsonEncodedText.Encode(Valid(text)) is var encoded ? $"\"{encoded}\"" : "";

    private static Gen<string> Any(int size) => size < 2
        ? Gen.OneOf(
            Text.Select(Literal),
            Gen.Elements("null", "true", "false", "0", "-1", "5432", "5432.0", "70000", "1e400", "123456789012345678901234567890"))
        : Gen.OneOf(
            Any(0),
            Any(size / 3).ListOf(2).Select(items => $"[{string.Join(",", items)}]"),
            from key in Text from value in Any(size / 3) select $"{{{Literal(key)}:{value}}}");

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
