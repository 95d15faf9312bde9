namespace RotationLambdas.EndToEnd.Tests.Faults.Proxy;

/// <summary>What goes wrong at one message.</summary>
/// <param name="Number">Which message, counted from 1 over all connections since the fault was set.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Length">How long an outage lasts.</param>
internal sealed record MessageFault(int Number, FaultKind Kind, TimeSpan Length);
