namespace RotationLambdas.Demo;

/// <summary>What the demo was told on the command line.</summary>
/// <param name="Packages">The folder with the packaged functions, one folder each.</param>
/// <param name="Template">The SAM template that says how the functions are wired.</param>
/// <param name="Keep">Whether it stays up afterwards.</param>
/// <param name="Plain">Whether it writes plain lines even to a terminal.</param>
internal sealed record DemoOptions(string Packages, string Template, bool Keep, bool Plain)
{
    /// <summary>Reads the arguments.</summary>
    /// <exception cref="ArgumentException">One of them is unknown, or has no value.</exception>
    public static DemoOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new DemoOptions("artifacts/package", "template.yaml", Keep: false, Plain: Console.IsOutputRedirected);
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--keep" => options with { Keep = true },
                "--plain" => options with { Plain = true },
                "--packages" when i + 1 < arguments.Count => options with { Packages = arguments[++i] },
                "--template" when i + 1 < arguments.Count => options with { Template = arguments[++i] },
                var unknown => throw new ArgumentException($"The demo does not know '{unknown}'. See ./dev demo --help."),
            };
        }

        return options;
    }
}
