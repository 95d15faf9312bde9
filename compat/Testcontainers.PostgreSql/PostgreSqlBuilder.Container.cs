using DotNet.Testcontainers.Docker;

namespace Testcontainers.PostgreSql;

/// <content>What any container may have. The official builder inherits these.</content>
public sealed partial class PostgreSqlBuilder
{
    private const UnixFileModes ReadableByAll =
        UnixFileModes.UserRead | UnixFileModes.UserWrite | UnixFileModes.GroupRead | UnixFileModes.OtherRead;

    public PostgreSqlBuilder WithName(string name) => With(_spec with { Name = name });

    public PostgreSqlBuilder WithHostname(string hostname) => With(_spec with { Hostname = hostname });

    public PostgreSqlBuilder WithEntrypoint(params string[] entrypoint) => With(_spec with { Entrypoint = [.. entrypoint] });

    /// <summary>Adds arguments behind those that are there already.</summary>
    public PostgreSqlBuilder WithCommand(params string[] command) => With(_spec with { Command = [.. _spec.Command, .. command] });

    public PostgreSqlBuilder WithEnvironment(string name, string value) => With(_spec.With(name, value));

    public PostgreSqlBuilder WithEnvironment(IReadOnlyDictionary<string, string> environments) =>
        With(environments.Aggregate(_spec, (spec, variable) => spec.With(variable.Key, variable.Value)));

    public PostgreSqlBuilder WithLabel(string name, string value) =>
        With(_spec with { Labels = _spec.Labels.SetItem(name, value) });

    public PostgreSqlBuilder WithPortBinding(int port, bool assignRandomHostPort = false) =>
        With(_spec.With(new PortBinding($"{port}/tcp", assignRandomHostPort ? string.Empty : $"{port}")));

    public PostgreSqlBuilder WithPortBinding(int hostPort, int containerPort) =>
        With(_spec.With(new PortBinding($"{containerPort}/tcp", $"{hostPort}")));

    public PostgreSqlBuilder WithBindMount(string source, string destination) =>
        With(_spec with { Binds = [.. _spec.Binds, $"{source}:{destination}:rw"] });

    /// <summary>Puts a file of that content into the container before it starts.</summary>
    public PostgreSqlBuilder WithResourceMapping(
        byte[] resourceContent, string filePath, uint uid = 0, uint gid = 0, UnixFileModes fileMode = ReadableByAll) =>
        With(_spec with { Files = [.. _spec.Files, new FileToCopy(resourceContent, filePath, uid, gid, fileMode)] });
}
