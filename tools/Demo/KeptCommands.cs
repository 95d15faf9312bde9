using RotationLambdas.Sandbox.Hosting;

namespace RotationLambdas.Demo;

/// <summary>What to try against a demo that stays up.</summary>
internal static class KeptCommands
{
    public static IEnumerable<string> For(SandboxHost sandbox)
    {
        var aws = $"aws --endpoint-url http://{sandbox.Endpoint.Authority} secretsmanager";
        yield return $"export AWS_ACCESS_KEY_ID=demo AWS_SECRET_ACCESS_KEY=demo AWS_DEFAULT_REGION={sandbox.Options.Region}";
        yield return $"{aws} list-secrets";
        yield return $"{aws} get-secret-value --secret-id demo/billing";
        yield return $"{aws} rotate-secret --secret-id demo/billing";
        yield return $"{aws} describe-secret --secret-id demo/billing";
        yield return $"{aws} list-secret-version-ids --secret-id demo/billing --include-deprecated";
        yield return $"{aws} cancel-rotate-secret --secret-id demo/billing";
    }
}
