namespace DotNet.Testcontainers.Docker;

/// <summary>A port of the container, such as "5432/tcp", and the host's port for it; an empty one lets the engine choose.</summary>
internal sealed record PortBinding(string ContainerPort, string HostPort);
