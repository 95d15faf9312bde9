namespace RotationLambdas.Sandbox.Databases;

public sealed record PostgresBinaries(string Folder)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string this[string program] => Path.Combine(Folder, program);

    public static PostgresBinaries? Find()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "postgres"));

        return onPath.Concat(Packaged())
            .Where(File.Exists)
            .Select(Resolve)
            .Select(server => new PostgresBinaries(Path.GetDirectoryName(server)!))
            .FirstOrDefault(found => Needed.All(program => File.Exists(found[program])));
    }

    private static IEnumerable<string> Packaged()
    {
        string[] roots = ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt"];
        return roots.Where(Directory.Exists)
            .SelectMany(root => Directory.GetDirectories(root, root.EndsWith("opt", StringComparison.Ordinal) ? "postgresql*" : "*"))
            .OrderByDescending(MajorVersion)
            .Select(folder => Path.Combine(folder, "bin", "postgres"));
    }

    private static int MajorVersion(string folder)
    {
        var digits = new string([.. Path.GetFileName(folder).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, out var major) ? major : 0;
    }

    // A link on PATH often points to one program only; its neighbours are beside the file it points to.
    private static string Resolve(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}

public sealed class PostgresMissingException() : Exception(
    "No PostgreSQL server was found: neither on PATH nor in /usr/lib/postgresql/*/bin is there initdb, pg_ctl and postgres. "
    + "Install it, for example with `apt-get install postgresql` or `brew install postgresql`.");

/// <summary>A PostgreSQL command failed; the message holds the command's name and its output and the server's log.</summary>
public sealed class PostgresStartException(string message) : Exception(message);
