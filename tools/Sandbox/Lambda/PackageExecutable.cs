namespace RotationLambdas.Sandbox.Lambda;

internal sealed record PackageExecutable(string FileName, string? Argument)
{
    public static PackageExecutable In(string folder)
    {
        var bootstrap = Path.GetFullPath(Path.Combine(folder, "bootstrap"));
        if (File.Exists(bootstrap))
        {
            return new PackageExecutable(bootstrap, null);
        }

        return File.Exists(bootstrap + ".dll")
            ? new PackageExecutable("dotnet", bootstrap + ".dll")
            : throw new FileNotFoundException(
                $"The package folder {folder} holds neither bootstrap nor bootstrap.dll. Publish the function into it first.", bootstrap);
    }
}
