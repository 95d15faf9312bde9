using FsCheck;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Verifiers;

internal static class PasswordSamples
{
    private static readonly Gen<Rune> Ascii = Gen.Choose(0x01, 0x7F).Select(code => new Rune(code));

    // Accents, compatibility forms, Hangul, Hebrew and Arabic, spaces and what is mapped to nothing.
    private static readonly Gen<Rune> Interesting = Gen.OneOf(
        Gen.Choose(0x80, 0x24F), Gen.Choose(0x300, 0x345), Gen.Choose(0x5D0, 0x5EA), Gen.Choose(0x621, 0x64A), Gen.Choose(0x1100, 0x11C2),
        Gen.Choose(0x1E00, 0x1EF9), Gen.Choose(0x2000, 0x2064), Gen.Choose(0x2160, 0x2183), Gen.Choose(0xAC00, 0xD7A3),
        Gen.Choose(0xFB00, 0xFB4F),
        Gen.Choose(0xFF00, 0xFFEF)).Select(code => new Rune(code));

    private static readonly Gen<Rune> Whole = Gen.Choose(0x01, 0x10FFFF).Where(Rune.IsValid).Select(code => new Rune(code));

    /// <summary>Passwords of plain, of interesting and of any characters, alone and mixed.</summary>
    public static Gen<string> Any { get; } =
        Gen.OneOf(Of(Ascii), Of(Interesting), Of(Gen.OneOf(Ascii, Interesting)), Of(Gen.OneOf(Ascii, Interesting, Whole)))
            .Where(password => !PasswordShape.LooksLikeHash(password));

    private static Gen<string> Of(Gen<Rune> rune) => rune.NonEmptyListOf().Select(runes => string.Concat(runes));
}
