namespace RotationLambdas.PostgresRotation.Tests.Passwords;

public class PasswordShapeTests
{
    [Theory]
    [InlineData("md5beb05e97331cee7501aed57fedd879c5", true)]
    [InlineData("md5BEB05E97331CEE7501AED57FEDD879C5", true)]
    [InlineData("SCRAM-SHA-256$4096:c2FsdA==$a:b", true)]
    [InlineData("SCRAM-SHA-256$", true)]
    [InlineData("", false)]
    [InlineData("md5", false)]
    [InlineData("md5 is a bad way to store a password!!", false)]
    [InlineData("md5beb05e97331cee7501aed57fedd879c", false)]
    [InlineData("scram-sha-256$4096:c2FsdA==$a:b", false)]
    public void Only_a_hash_is_recognised(string password, bool isHash) => PasswordShape.LooksLikeHash(password).ShouldBe(isHash);
}
