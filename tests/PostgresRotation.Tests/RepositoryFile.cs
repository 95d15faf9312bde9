namespace RotationLambdas.PostgresRotation.Tests;

/// <summary>Files of the repository, from wherever the tests run.</summary>
internal static class RepositoryFile
{
    public static string PathOf(params string[] parts)
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RotationLambdas.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return Path.Combine([folder.FullName, .. parts]);
    }
}
