namespace RotationLambdas.EndToEnd.Tests.Fixtures;

/// <summary>The functions as they are deployed: what <c>./dev package</c> makes, which is quick when nothing has changed.
/// <c>ROTATION_PACKAGES</c> names another folder to test, that of a native build for example. <c>PACKAGING</c> names the file in which
/// <c>./dev test</c> lists each function that is packaged, while others still are.</summary>
internal static class PublishedFunctions
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);
    private static readonly Lazy<Task<string>> Packages = new(PackageAsync);

    public static Task<string> PostgresRotationAsync() => FolderAsync("PostgresRotation");

    public static Task<string> EcsRedeploymentAsync() => FolderAsync("EcsRedeployment");

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

        var command = await Command.RunAsync(Repository.PathOf("dev"), ["package"]);
        return command.Code == 0
            ? Repository.PathOf("artifacts", "package")
            : throw new InvalidOperationException($"./dev package ended with code {command.Code}: {command.Output}");
    }
}
