namespace RotationLambdas.Sandbox.Lambda;

/// <summary>The output of a process, in a file: unlike a pipe, a file holds all lines written before the process answered, so that they
/// can be assigned to their invocation without waiting.</summary>
internal sealed class FunctionLog : IDisposable
{
    private readonly Lock _lock = new();
    private long _read;

    public string FilePath { get; } = Path.Combine(Path.GetTempPath(), $"function-{Guid.NewGuid():N}.log");

    public IReadOnlyList<string> TakeNewLines()
    {
        lock (_lock)
        {
            if (!File.Exists(FilePath))
            {
                return [];
            }

            using var file = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Position = _read;
            using var reader = new StreamReader(file);
            var text = reader.ReadToEnd();
            _read = file.Length;
            return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    public void Dispose() => File.Delete(FilePath);
}
