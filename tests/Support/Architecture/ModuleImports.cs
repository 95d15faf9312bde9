using System.Text.RegularExpressions;

namespace RotationLambdas.Support.Architecture;

/// <summary>
/// Which room of a function uses which, as its sources say: by a <c>using</c>, by a qualified name, or, for a file outside of folders,
/// by the name of its type alone, which needs no <c>using</c>.
/// </summary>
internal static partial class ModuleImports
{
    /// <summary>Reads the sources of a function.</summary>
    public static IReadOnlyList<ModuleImport> Of(string function)
    {
        var root = Repository.PathOf("src", function);
        var sources = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (File: file, Module: RoomOf(file), Type: Path.GetFileNameWithoutExtension(file)))
            .ToList();
        var modules = sources.ToLookup(source => source.Module, source => source.Type);
        return
        [
            .. from source in sources
               let code = Comments().Replace(File.ReadAllText(Path.Combine(root, source.File)), "")
               from name in Names().Matches(code).Select(match => match.Value).Distinct()
               let used = RoomNamed(name, function, modules)
               where used is not null && used != source.Module
               group source.File by (source.Module, used) into uses
               select new ModuleImport(uses.Key.Module, uses.Key.used, uses.First()),
        ];
    }

    // A type has its file's name. The type of a file outside of folders, and a folder with one of its types, are told by any code; a folder alone by its namespace.
    private static string? RoomNamed(string name, string function, ILookup<string, string> modules)
    {
        var prefix = $"RotationLambdas.{function}.";
        var isWhole = name.StartsWith(prefix, StringComparison.Ordinal);
        var parts = (isWhole ? name[prefix.Length..] : name).Split('.');
        return modules.Contains(parts[0]) && (isWhole || modules[parts[0]].Contains(parts[0]) || (parts.Length > 1 && modules[parts[0]].Contains(parts[1]))) ? parts[0] : null;
    }

    private static string RoomOf(string file) => file.Split('/') is [var folder, _, ..] ? folder : Path.GetFileNameWithoutExtension(file);

    // Neither a member, nor the first word of a text, nor the name of an argument or of a property with a body.
    [GeneratedRegex(@"(?<![\w.""])[A-Za-z_]\w*(\.\w+)*\b(?! *=>|:)")]
    private static partial Regex Names();

    [GeneratedRegex("//.*")]
    private static partial Regex Comments();
}
