namespace RotationLambdas.EndToEnd.Tests.Scale;

/// <summary>Tests that nothing else runs beside: a jumping clock has to see when the process is quiet.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
