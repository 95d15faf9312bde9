using System.Runtime.Loader;
using Amazon.Runtime;

namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Reference assemblies of the official packages, made from the listings, in a temporary folder.</summary>
public sealed partial class OfficialCompilation : IAsyncLifetime
{
    private readonly AssemblyLoadContext _loaded = new("official");
    private readonly string _folder = Directory.CreateTempSubdirectory("rotationlambdas-official-").FullName;
    private readonly Compiler _compiler = Compiler.Of(Repository.PathOf("src", "Shared", "Shared.csproj"));

    /// <summary>Every project whose sources have to compile against the official packages.</summary>
    public static TheoryData<string> Projects => Found("src", "tools", "tests");

    /// <summary>Every project that stands in for a package.</summary>
    public static TheoryData<string> StandIns => Found("compat");

    public async Task InitializeAsync()
    {
        var errors = new List<string>();
        var listings = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "OfficialSurface"), "*.txt");
        foreach (var listing in listings.OrderBy(file => !file.Contains("Lambda.Core"))) // The others refer to it.
        {
            var package = Path.GetFileNameWithoutExtension(listing);
            string[] needed = package.StartsWith("Amazon.Lambda.") ? ["Amazon.Lambda.Core"] : [];
            var source = ReferenceSource.Of(await File.ReadAllLinesAsync(listing), needed);
            var service = ServicePattern().Match(source).Value;
            source = source.Replace(" : BaseException", $" : {service}Exception").Replace(" : BaseRequest", $" : {service}Request");
            errors.AddRange(await CompileAsync(source, package));
        }

        errors.ShouldBeEmpty();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Compiles a project with the stand-ins exchanged for the reference assemblies; returns the errors.</summary>
    internal async Task<IReadOnlyList<string>> CompileProjectAsync(string project)
    {
        var path = Repository.PathOf(project);
        var compiler = Compiler.Of(path);
        // It decides what others' internals it sees.
        var name = Path.GetFileName(compiler.Arguments.Single(argument => argument.StartsWith("/out:")));
        var swapped = compiler.Arguments.Where(argument => !OutputPattern().IsMatch(argument))
            .Select(argument => StandInPattern().Replace(argument, match => "/reference:" + Assembly(match.Groups[1].Value)));
        var folder = Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("N"))).FullName;
        return await compiler.CompileAsync(Path.GetDirectoryName(path)!, Path.Combine(folder, name), swapped);
    }

    /// <summary>Compiles source text against the reference assemblies; returns the errors.</summary>
    internal async Task<IReadOnlyList<string>> CompileAsync(string source, string name)
    {
        var file = Path.Combine(_folder, name + ".cs");
        await File.WriteAllTextAsync(file, source);
        var references = Directory.GetFiles(_folder, "*.dll").Where(reference => Path.GetFileNameWithoutExtension(reference) != name)
            .Append(typeof(AmazonServiceException).Assembly.Location)
            .Select(reference => "/reference:" + reference);
        var framework = _compiler.Arguments.Where(argument => FrameworkPattern().IsMatch(argument));
        return await _compiler.CompileAsync(
            _folder, Assembly(name), ["/target:library", "/noconfig", "/nostdlib+", file, .. framework, .. references]);
    }

    /// <summary>What the official package of a name offers.</summary>
    internal IEnumerable<string> Surface(string package)
    {
        _loaded.LoadFromAssemblyPath(Assembly("Amazon.Lambda.Core")); // First, so that the others do not take the stand-in.
        return PublicSurface.Of(_loaded.LoadFromAssemblyPath(Assembly(package)).GetTypes());
    }

    private static TheoryData<string> Found(params string[] folders) =>
    [
        .. folders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) != "Compat.Tests.csproj")
            .Select(file => Path.GetRelativePath(Repository.PathOf("."), file))
            .Order(),
    ];

    private string Assembly(string package) => Path.Combine(_folder, package + ".dll");

    [GeneratedRegex(@"(?<=public class )Amazon\w+(?=Client )")]
    private static partial Regex ServicePattern();

    [GeneratedRegex("^/(out|refout|doc|warnaserror|generatedfilesout|sourcelink)[:+]")]
    private static partial Regex OutputPattern();

    [GeneratedRegex(@"^/reference:.*[/\\]compat[/\\]([^/\\]+)[/\\](?:obj|bin)[/\\].*$")]
    private static partial Regex StandInPattern();

    [GeneratedRegex(@"^/reference:.*[/\\]Microsoft\.NETCore\.App\.Ref[/\\]")]
    private static partial Regex FrameworkPattern();
}
