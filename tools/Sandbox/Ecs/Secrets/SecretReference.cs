namespace RotationLambdas.Sandbox.Ecs.Secrets;

/// <summary>What a <c>valueFrom</c> names (ECS Developer Guide, "Pass Secrets Manager secrets through Amazon ECS environment variables"):
/// a secret's ARN, alone or with <c>:json-key:version-stage:version-id</c>, or a Parameter Store parameter's ARN or name.</summary>
internal sealed record SecretReference(string? SecretId, string? Parameter, string? JsonKey, string? VersionStage, string? VersionId)
{
    private const string PassThrough = "/aws/reference/secretsmanager/";

    public static SecretReference? Parse(string valueFrom)
    {
        var parts = valueFrom.Split(':');
        if (parts[0] != "arn")
        {
            return Parameterized(valueFrom);
        }

        return parts switch
        {
            [_, _, "secretsmanager", _, _, "secret", _] => new SecretReference(valueFrom, null, null, null, null),
            [_, _, "secretsmanager", _, _, "secret", _, var key, var stage, var version] =>
                new SecretReference(string.Join(':', parts[..7]), null, NullIfEmpty(key), NullIfEmpty(stage), NullIfEmpty(version)),
            [_, _, "ssm", _, _, var resource, ..] when resource.StartsWith("parameter/", StringComparison.Ordinal) =>
                Parameterized(string.Join(':', parts[5..])["parameter".Length..]),
            _ => null,
        };
    }

    // Systems Manager User Guide, "Referencing AWS Secrets Manager secrets from Parameter Store parameters": a version or a label may
    // follow behind a colon.
    private static SecretReference Parameterized(string name)
    {
        if (!name.StartsWith(PassThrough, StringComparison.Ordinal))
        {
            return new SecretReference(null, name, null, null, null);
        }

        var secret = name[PassThrough.Length..].Split(':', 2);
        var selector = secret.Length > 1 ? secret[1] : null;
        return Guid.TryParse(selector, out _)
            ? new SecretReference(secret[0], name, null, null, selector)
            : new SecretReference(secret[0], name, null, selector, null);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
