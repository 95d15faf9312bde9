namespace DotNet.Testcontainers.Docker;

/// <summary>A file to be put into a container.</summary>
internal sealed record FileToCopy(byte[] Content, string Path, uint UserId, uint GroupId, UnixFileModes Mode);
