namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

[CollectionDefinition(RotationSandbox.Collection)]
public sealed class RotationCollection : ICollectionFixture<RotationSandbox>;
