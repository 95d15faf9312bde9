namespace RotationLambdas.Sandbox.Tests.Fidelity;

/// <summary>One call of a script, as <c>calls.json</c> has it.</summary>
/// <param name="Name">What it shows, unique within the script.</param>
/// <param name="Service">The service's name in the service models: <c>ecs</c>, <c>secretsmanager</c>, <c>events</c> or <c>sqs</c>.</param>
/// <param name="Input">The request; <c>${name}</c> in it stands for what an earlier call kept.</param>
/// <param name="Compare">The members of the answer that the functions or their tests rely on, as paths:
/// <c>service.deployments.0.status</c>.</param>
/// <param name="Keep">What later calls need of the answer: a name and a path.</param>
internal sealed record ScriptedCall(
    string Name, string Service, string Operation, JsonObject Input, string[]? Compare, Dictionary<string, string>? Keep)
{
    public static IReadOnlyList<ScriptedCall> ReadAll() => JsonSerializer.Deserialize<ScriptedCall[]>(
        File.ReadAllText(Repository.PathOf("tests", "Sandbox.Tests", "Fidelity", "calls.json")), JsonSerializerOptions.Web)!;
}
