// Packs each folder into a zip beside it whose bytes depend on nothing but the files: names in order, one fixed time, no debug symbols.
//
//     dotnet run tools/zip.cs -- <folder>...
#:property PublishAot=false
using System.IO.Compression;

foreach (var folder in args.Select(Path.GetFullPath))
{
    var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is not (".dbg" or ".pdb"))
        .Select(file => (Path: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
        .OrderBy(file => file.Name, StringComparer.Ordinal);

    using var zip = ZipFile.Open(folder + ".zip", ZipArchiveMode.Create);
    foreach (var (path, name) in files)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        // A regular file with the permissions 755: Lambda starts `bootstrap` only when it may be executed.
        entry.ExternalAttributes = unchecked((int)0x81ED0000);
        using var target = entry.Open();
        using var source = File.OpenRead(path);
        source.CopyTo(target);
    }
}
