namespace DotNet.Testcontainers.Containers;

/// <summary>Where a container is in its life.</summary>
[Flags]
public enum TestcontainersStates
{
    Undefined = 0x1,
    Created = 0x2,
    Restarting = 0x4,
    Running = 0x8,
    Paused = 0x10,
    Exited = 0x20,
    Dead = 0x40,
}
