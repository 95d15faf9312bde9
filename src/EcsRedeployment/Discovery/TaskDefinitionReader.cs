using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>Collects everything by which a task definition refers to secrets and parameters.</summary>
internal static class TaskDefinitionReader
{
    /// <summary>Reads a revision.</summary>
    /// <param name="definition">As described by Amazon ECS; lists that are empty may be null.</param>
    /// <param name="home">Where it lives: plain names are resolved there.</param>
    public static TaskDefinitionFacts Read(TaskDefinition definition, Location home)
    {
        var collected = new Collected(new ReferenceReader(home));
        foreach (var container in definition.ContainerDefinitions ?? [])
        {
            ReadContainer(container, collected);
        }

        foreach (var volume in definition.Volumes ?? [])
        {
            if (volume.FsxWindowsFileServerVolumeConfiguration?.AuthorizationConfig?.CredentialsParameter is { } credentials)
            {
                collected.Add([credentials], ReferencePlace.FileSystemCredentials, volume.Name);
            }
        }

        return new TaskDefinitionFacts(collected.References, collected.Images, collected.Problems)
        {
            IsDeregistered = definition.Status is { } status && status != TaskDefinitionStatus.ACTIVE,
        };
    }

    /// <summary>Reads the log options of a deployment's Service Connect proxy.</summary>
    public static IReadOnlyList<SecretReference> ReadServiceConnect(ServiceConnectConfiguration? configuration, Location home)
    {
        var collected = new Collected(new ReferenceReader(home));
        var options = configuration is { Enabled: true } ? configuration.LogConfiguration?.SecretOptions : null;
        collected.Add(options?.Select(option => option.ValueFrom), ReferencePlace.ServiceConnectLogOption, "service-connect");
        return collected.References;
    }

    private static void ReadContainer(ContainerDefinition container, Collected collected)
    {
        collected.Add(container.Secrets?.Select(secret => secret.ValueFrom), ReferencePlace.ContainerSecret, container.Name);
        collected.Add(
            container.LogConfiguration?.SecretOptions?.Select(option => option.ValueFrom), ReferencePlace.LogOption, container.Name);
        if (container.RepositoryCredentials?.CredentialsParameter is { } credentials)
        {
            collected.Add([credentials], ReferencePlace.RepositoryCredentials, container.Name);
        }

        collected.Add(container.CredentialSpecs, ReferencePlace.CredentialSpec, container.Name);
        foreach (var variable in container.Environment ?? [])
        {
            collected.References.AddRange(collected.Reader.ReadEnvironment(variable.Value, container.Name ?? ""));
        }

        if (container.Image is { Length: > 0 } image && ImageName.MayMove(image))
        {
            collected.Images.Add(image);
        }
    }

    private sealed record Collected(ReferenceReader Reader)
    {
        public List<SecretReference> References { get; } = [];

        public List<string> Images { get; } = [];

        public List<string> Problems { get; } = [];

        public void Add(IEnumerable<string?>? texts, ReferencePlace place, string? holder)
        {
            foreach (var reading in (texts ?? []).Select(text => Reader.Read(text, place, holder ?? "")))
            {
                if (reading.Reference is { } reference)
                {
                    References.Add(reference);
                }
                else if (reading.Problem is { } problem)
                {
                    Problems.Add($"{holder}: {problem}");
                }
            }
        }
    }
}
