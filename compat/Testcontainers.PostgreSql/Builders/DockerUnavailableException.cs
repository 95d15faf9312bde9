namespace DotNet.Testcontainers.Builders;

/// <summary>No Docker engine can be reached.</summary>
public sealed class DockerUnavailableException : Exception
{
    public DockerUnavailableException(string message)
        : base(message)
    {
    }
}
