namespace DotNet.Testcontainers.Containers;

/// <summary>A container on the Docker engine.</summary>
public interface IContainer : IAsyncDisposable
{
    string Id { get; }

    string Name { get; }

    string Hostname { get; }

    string IpAddress { get; }

    TestcontainersStates State { get; }

    ushort GetMappedPublicPort(int containerPort);

    ushort GetMappedPublicPort(string containerPort);

    Task<long> GetExitCodeAsync(CancellationToken ct = default);

    Task<(string Stdout, string Stderr)> GetLogsAsync(
        DateTime since = default, DateTime until = default, bool timestampsEnabled = true, CancellationToken ct = default);

    Task StartAsync(CancellationToken ct = default);

    Task StopAsync(CancellationToken ct = default);

    Task CopyAsync(
        byte[] fileContent,
        string filePath,
        uint uid = 0,
        uint gid = 0,
        UnixFileModes fileMode = UnixFileModes.OtherRead | UnixFileModes.GroupRead | UnixFileModes.UserWrite | UnixFileModes.UserRead,
        CancellationToken ct = default);

    Task<byte[]> ReadFileAsync(string filePath, CancellationToken ct = default);

    Task<ExecResult> ExecAsync(IList<string> command, CancellationToken ct = default);
}
