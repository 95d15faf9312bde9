namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>One version's credential.</summary>
public sealed record AppValue(string UserName, string Password);
