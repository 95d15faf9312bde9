namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>One version's credential.</summary>
public sealed record AppValue(string UserName, string Password)
{
    /// <summary>The user's name alone: a failed assertion must not print a password.</summary>
    public override string ToString() => UserName;
}
