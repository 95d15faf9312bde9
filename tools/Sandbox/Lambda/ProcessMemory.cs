namespace RotationLambdas.Sandbox.Lambda;

/// <summary>Reads how much memory a process has used at most (proc(5), VmHWM).</summary>
internal static class ProcessMemory
{
    public static long? Peak(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status")
                .FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? null : long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
