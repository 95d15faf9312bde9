namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>What the sandbox reads of a container of a task definition.</summary>
/// <param name="Name">The container's name.</param>
/// <param name="Image">The image.</param>
/// <param name="Essential">Whether the task ends with it. Default yes.</param>
/// <param name="Command">The command, for real tasks.</param>
/// <param name="Environment">The plain environment.</param>
/// <param name="Secrets">What is put into the environment at start: a variable's name and where its value comes from.</param>
/// <param name="LogSecrets">What the log driver gets at start, likewise.</param>
/// <param name="Labels">The docker labels.</param>
/// <param name="StopTimeout">How long it may take to end; the sandbox's default when not given.</param>
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
