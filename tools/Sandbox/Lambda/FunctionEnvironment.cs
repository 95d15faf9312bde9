using System.Collections;

namespace RotationLambdas.Sandbox.Lambda;

/// <summary>The environment of one process of a function (Lambda Developer Guide, "Defined runtime environment variables").</summary>
internal sealed record FunctionEnvironment(string ProcessId, string AccessKeyId, IReadOnlyDictionary<string, string> Variables)
{
    private static readonly string[] PassedThrough = ["PATH", "HOME", "TMPDIR", "LANG"];

    public static FunctionEnvironment Of(FunctionDefinition definition, SandboxOptions options, Uri endpoint)
    {
        var id = Guid.NewGuid().ToString("N")[..16].ToUpperInvariant();
        var accessKeyId = "ASIA" + id;
        var variables = Inherited();
        variables["AWS_LAMBDA_RUNTIME_API"] = $"{endpoint.Authority}/functions/{definition.Name}/{id}";
        variables["AWS_LAMBDA_FUNCTION_NAME"] = definition.Name;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = definition.MemorySize.ToString(CultureInfo.InvariantCulture);
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{definition.Name}";
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = $"sandbox/[$LATEST]{id.ToLowerInvariant()}";
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        variables["AWS_ENDPOINT_URL"] = $"http://{endpoint.Authority}";
        variables["AWS_REGION"] = options.Region;
        variables["AWS_DEFAULT_REGION"] = options.Region;
        variables["AWS_ACCESS_KEY_ID"] = accessKeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = "sandbox";
        variables["AWS_SESSION_TOKEN"] = "sandbox";
        variables["LAMBDA_TASK_ROOT"] = Path.GetFullPath(definition.PackageFolder);
        variables["_HANDLER"] = "bootstrap";
        variables["TZ"] = ":UTC";
        foreach (var (name, value) in definition.Environment)
        {
            variables[name] = value;
        }

        return new FunctionEnvironment(id, accessKeyId, variables);
    }

    private static Dictionary<string, string> Inherited() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
        .Where(entry => PassedThrough.Contains(entry.Name) || entry.Name.StartsWith("DOTNET_", StringComparison.Ordinal))
        .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
}
