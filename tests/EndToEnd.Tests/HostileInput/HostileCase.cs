namespace RotationLambdas.EndToEnd.Tests.HostileInput;

/// <summary>Something that the function meets and must refuse.</summary>
/// <param name="Name">What it meets, as docs/development/hostile-input.md has it.</param>
/// <param name="Meet">Lets the function meet it; the invocation that failed.</param>
internal sealed record HostileCase(string Name, string ErrorType, Func<HostileFixture, Task<InvocationResult>> Meet);
