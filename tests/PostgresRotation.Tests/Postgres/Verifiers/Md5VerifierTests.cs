namespace RotationLambdas.PostgresRotation.Tests.Postgres.Verifiers;

public class Md5VerifierTests
{
    [Fact]
    public void The_hash_is_of_the_password_and_the_role()
    {
        Md5Verifier.Create("geheim", "app").ShouldBe("md5beb05e97331cee7501aed57fedd879c5");
    }
}
