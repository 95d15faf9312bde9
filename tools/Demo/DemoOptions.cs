namespace RotationLambdas.Demo;

internal sealed record DemoOptions(string Packages, string Template, bool Keep, bool Plain, string? Picture = null)
{
    public static DemoOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new DemoOptions("artifacts/package", "template.yaml", Keep: false, Plain: Console.IsOutputRedirected);
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--keep" => options with { Keep = true },
                "--plain" => options with { Plain = true },
                "--picture" when i + 1 < arguments.Count => options with { Picture = arguments[++i], Plain = true },
                "--packages" when i + 1 < arguments.Count => options with { Packages = arguments[++i] },
                "--template" when i + 1 < arguments.Count => options with { Template = arguments[++i] },
                var unknown => throw new ArgumentException($"The demo does not support '{unknown}'. See ./dev demo --help."),
            };
        }

        return options;
    }
}
