using System.IO.Compression;

namespace RotationLambdas.EndToEnd.Tests.Deployments;

/// <summary>The files of a release, as <c>./dev release</c> and the release workflow write them.</summary>
internal static class Release
{
    private static readonly Lazy<Task<string>> Folder = new(WriteAsync);

    /// <summary>Where a file of the release is.</summary>
    public static async Task<string> PathOfAsync(string name) => Path.Combine(await Folder.Value, name);

    /// <summary>Unpacks the zips that lie beside a template, as Lambda does: by the functions' logical ids.</summary>
    public static Dictionary<string, string> Unpack(string template)
    {
        var packages = new Dictionary<string, string>();
        foreach (var function in new[] { "PostgresRotation", "EcsRedeployment" })
        {
            var folder = Directory.CreateTempSubdirectory("release-").FullName;
            ZipFile.ExtractToDirectory(Path.Combine(Path.GetDirectoryName(template)!, $"{function}-x86_64.zip"), folder);
            packages[$"{function}Function"] = folder;
        }

        return packages;
    }

    private static async Task<string> WriteAsync()
    {
        await PublishedFunctions.EcsRedeploymentAsync();
        var packages = Path.GetDirectoryName(await PublishedFunctions.PostgresRotationAsync())!;
        var command = await Command.RunAsync(Repository.PathOf("deploy", "release"), [packages, "x86_64"]);
        return command.Code == 0
            ? Repository.PathOf("artifacts", "release")
            : throw new InvalidOperationException($"deploy/release ended with code {command.Code}: {command.Errors}");
    }
}
