namespace RotationLambdas.EndToEnd.Tests.Fixtures;

/// <summary>The functions as they are deployed: what <c>./dev package</c> makes, which is quick when nothing has changed.
/// <c>ROTATION_PACKAGES</c> names another folder to test, that of a native build for example. <c>PACKAGING</c> names the file in which
/// <c>./dev test</c> lists each function that is packaged, while others still are.</summary>
internal static class PublishedFunctions
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);
    private static readonly Lazy<Task<string>> Packages = new(PackageAsync);

    /// <summary>The folder of PostgresRotation's package.</summary>
    public static async Task<string> PostgresRotationAsync() => await FolderAsync("PostgresRotation");

    /// <summary>The folder of EcsRedeployment's package.</summary>
    public static async Task<string> EcsRedeploymentAsync() => await FolderAsync("EcsRedeployment");

    private static async Task<string> FolderAsync(string function)
    {
        if (Environment.GetEnvironmentVariable("PACKAGING") is not { Length: > 0 } list)
        {
            return Path.Combine(await Packages.Value, function);
        }

        var started = Stopwatch.GetTimestamp();
        while (await File.ReadAllLinesAsync(list) is var done && !done.Contains(function))
        {
            if (done.Contains("failed") || Stopwatch.GetElapsedTime(started) > Limit)
            {
                throw new InvalidOperationException($"{function} was not packaged. artifacts/package.log has the reason.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        return Repository.PathOf("artifacts", "package", function);
    }

    private static async Task<string> PackageAsync()
    {
        if (Environment.GetEnvironmentVariable("ROTATION_PACKAGES") is { Length: > 0 } folder)
        {
            return Path.GetFullPath(folder, Repository.Root);
        }

        var command = new ProcessStartInfo(Repository.PathOf("dev"), ["package"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // `dotnet test` passes on where its own MSBuild is; another `dotnet` must find that out by itself.
        foreach (var name in command.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToList())
        {
            command.Environment.Remove(name);
        }

        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Repository.PathOf("artifacts", "package")
            : throw new InvalidOperationException($"./dev package ended with code {process.ExitCode}: {await output}{await error}");
    }
}
