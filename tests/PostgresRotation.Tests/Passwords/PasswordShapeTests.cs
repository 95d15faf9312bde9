namespace RotationLambdas.PostgresRotation.Tests.Passwords;

public class PasswordShapeTests
{
    [Theory]
    [InlineData("md5beb05e97331cee7501aed57fedd879c5")]
    [InlineData("md5BEB05E97331CEE7501AED57FEDD879C5")]
    [InlineData("SCRAM-SHA-256$4096:c2FsdA==$a:b")]
    [InlineData("SCRAM-SHA-256$")]
    public void A_hash_is_recognised(string password) => PasswordShape.LooksLikeHash(password).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("md5")]
    [InlineData("md5 is a bad way to store a password!!")]
    [InlineData("md5beb05e97331cee7501aed57fedd879c")]
    [InlineData("scram-sha-256$4096:c2FsdA==$a:b")]
    public void A_password_does_not(string password) => PasswordShape.LooksLikeHash(password).ShouldBeFalse();
}
