using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.Sandbox.CommandLine;

internal sealed record SandboxArguments(SandboxOptions Options, IReadOnlyList<FunctionDefinition> Functions)
{
    public const int DefaultPort = 4566;
    private static readonly TimeSpan FunctionTimeout = TimeSpan.FromSeconds(30);
    private const int FunctionMemory = 512;

    public const string Help = """
        An AWS for secrets and their rotation, on this machine.

        Usage: sandbox [options]

          --port PORT              listen on 127.0.0.1:PORT (default 4566; 0 takes a free port)
          --region REGION          the Region in ARNs and events (default eu-west-1)
          --account ID             the account in ARNs and events, twelve digits (default 123456789012)
          --function NAME=FOLDER   offer the Lambda function NAME from its unpacked package; may be given several times
          --help                   show this

        Then:  export AWS_ENDPOINT_URL=http://127.0.0.1:4566 AWS_REGION=eu-west-1 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
               aws secretsmanager create-secret --name db --secret-string '{"username":"app","password":"…"}'
        """;

    public static SandboxArguments Parse(IReadOnlyList<string> arguments)
    {
        var options = new SandboxOptions { Port = DefaultPort };
        var functions = new List<FunctionDefinition>();
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var name = arguments[index];
            var value = index + 1 < arguments.Count ? arguments[index + 1] : "";
            options = name switch
            {
                "--port" => options with { Port = Port(value) },
                "--region" => options with { Region = Given(name, value) },
                "--account" => options with { AccountId = Account(value) },
                "--function" => options,
                _ => throw new FormatException($"The option {name} is not known. Run sandbox --help for those that are."),
            };
            if (name == "--function")
            {
                functions.Add(Function(value));
            }
        }

        return new SandboxArguments(options, functions);
    }

    private static int Port(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new FormatException($"--port is \"{value}\". Give a number from 0 to 65535.");

    private static string Account(string value) => value.Length == 12 && value.All(char.IsAsciiDigit)
        ? value
        : throw new FormatException($"--account is \"{value}\". Give twelve digits.");

    private static string Given(string name, string value) =>
        value.Length > 0 ? value : throw new FormatException($"{name} has no value. Put one behind it.");

    private static FunctionDefinition Function(string value)
    {
        var split = value.IndexOf('=', StringComparison.Ordinal);
        return split > 0 && split < value.Length - 1
            ? new FunctionDefinition
            {
                Name = value[..split],
                PackageFolder = value[
                (split + 1)..],
                Timeout = FunctionTimeout,
                MemorySize = FunctionMemory
            }
            : throw new FormatException(
                $"--function is \"{value}\". Give a name and a folder, as in rotate=artifacts/package/PostgresRotation.");
    }
}
