namespace RotationLambdas.Sandbox.Ecs.Model;

internal sealed record ContainerDefinition(
    string Name,
    string Image,
    bool Essential,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<KeyValuePair<string, string>> Secrets,
    IReadOnlyList<KeyValuePair<string, string>> LogSecrets,
    TimeSpan? StopTimeout);
