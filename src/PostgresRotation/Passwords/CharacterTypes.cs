namespace RotationLambdas.PostgresRotation.Passwords;

/// <summary>The kinds of characters that GetRandomPassword knows (Secrets Manager API reference, "GetRandomPassword").</summary>
internal static class CharacterTypes
{
    /// <summary>a to z.</summary>
    public const string Lowercase = "abcdefghijklmnopqrstuvwxyz";

    public const string Uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>0 to 9.</summary>
    public const string Numbers = "0123456789";

    /// <summary>The 32 punctuation marks of ASCII.</summary>
    public const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
}
