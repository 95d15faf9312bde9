namespace RotationLambdas.Support;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string? folder) => folder is null
        ? throw new DirectoryNotFoundException("RotationLambdas.sln is in none of the folders above the tests. Run them inside the clone.")
        : File.Exists(Path.Combine(folder, "RotationLambdas.sln")) ? folder : Find(Path.GetDirectoryName(folder));
}
