using System.Text.RegularExpressions;

namespace RotationLambdas.Shared.Architecture;

/// <summary>
/// Which room of a function uses which, as its sources say: by a <c>using</c>, by a qualified name, or, for a file outside of folders,
/// by the name of its type alone, which needs no <c>using</c>.
/// </summary>
internal static partial class RoomImports
{
    /// <summary>Reads the sources of a function.</summary>
    public static IReadOnlyList<RoomImport> Of(string function)
    {
        var root = Repository.PathOf("src", function);
        var sources = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (File: file, Room: RoomOf(file), Type: Path.GetFileNameWithoutExtension(file)))
            .ToList();
        return
        [
            .. from source in sources
               let code = Comments().Replace(File.ReadAllText(Path.Combine(root, source.File)), "")
               from other in sources
               where other.Room != source.Room && Uses(code, function, other.Room, other.Type)
               group source.File by (source.Room, other.Room) into uses
               select new RoomImport(uses.Key.Item1, uses.Key.Item2, uses.First()),
        ];
    }

    // The file's type is its name: one type a file.
    private static bool Uses(string code, string function, string room, string type) => room == type
        ? Regex.IsMatch(code, $@"(?<![\w.""]){type}\b(?! *=>|:)")
        : Regex.IsMatch(code, $@"\busing (static |\w+ = )?(RotationLambdas\.{function}\.)?{room}[;.]|\bRotationLambdas\.{function}\.{room}\.{type}\b|(?<![\w.]){room}\.{type}\b");

    private static string RoomOf(string file) => file.Split('/') is [var folder, _, ..] ? folder : Path.GetFileNameWithoutExtension(file);

    [GeneratedRegex("//.*")]
    private static partial Regex Comments();
}
