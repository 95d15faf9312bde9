namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

public sealed record AppValue(string UserName, string Password)
{
    /// <summary>The user's name alone: a failed assertion must not print a password.</summary>
    public override string ToString() => UserName;
}
