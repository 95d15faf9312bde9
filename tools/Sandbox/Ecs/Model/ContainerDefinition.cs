namespace RotationLambdas.Sandbox.Ecs.Model;

internal sealed record ContainerDefinition(
    string Name,
    string Image,
    bool Essential,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<KeyValuePair<string, string>> Secrets,
    IReadOnlyList<KeyValuePair<string, string>> LogSecrets,
    IReadOnlyDictionary<string, string> Labels,
    TimeSpan? StopTimeout);
