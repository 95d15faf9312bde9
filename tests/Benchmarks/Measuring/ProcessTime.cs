namespace RotationLambdas.Benchmarks.Measuring;

/// <summary>The processor time of another process, from proc(5). It comes in hundredths of a second, so it is summed over many
/// rotations.</summary>
internal static class ProcessTime
{
    private const double MillisecondsPerTick = 10; // USER_HZ is 100 on Linux.

    public static double Milliseconds(int processId)
    {
        // The second field, the program's name, may hold blanks and stands in brackets; utime and stime are the 12th and 13th behind it.
        var text = File.ReadAllText($"/proc/{processId}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture)
            + double.Parse(fields[12], CultureInfo.InvariantCulture)) * MillisecondsPerTick;
    }
}
