namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>One database and one sandbox for all scenarios.</summary>
[CollectionDefinition(RotationSandbox.Collection)]
public sealed class RotationCollection : ICollectionFixture<RotationSandbox>;
