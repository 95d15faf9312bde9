using System.Buffers;

namespace RotationLambdas.EcsRedeployment.References;

/// <summary>Reads the texts by which task definitions and services refer to secrets, by the rules of the Amazon ECS agent: the resource of
/// a Secrets Manager ARN has two parts (`secret:id`) or five (`secret:id:json-key:version-stage:version-id`, parts may be empty). Source:
/// Amazon ECS Developer Guide, "Pass Secrets Manager secrets through Amazon ECS environment variables".</summary>
/// <param name="home">Where the task definition lives: plain names are resolved there.</param>
internal sealed class ReferenceReader(Location home)
{
    private const string ParameterPrefix = "parameter/";
    private const string PassThrough = "aws/reference/secretsmanager/";
    private const int ShortestVersionId = 32; // GetSecretValue, VersionId: "Minimum length of 32".

    /// <summary>CreateSecret allows letters, digits and `/_+=.@-` in names; names that RDS makes have an exclamation mark.</summary>
    private static readonly SearchValues<char> InArns =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+=.@-!:");

    /// <summary>Reads the value of an environment variable: an ARN of a secret, or any longer text that has such ARNs in it
    /// (`aws-secretsmanager:arn:…` of Spring Cloud, JSON, a list).</summary>
    public IEnumerable<SecretReference> ReadEnvironment(string? value, string holder)
    {
        if (Read(value, ReferencePlace.EnvironmentValue, holder).Reference is { } whole)
        {
            return [whole];
        }

        return value is null ? [] : SecretsIn(value)
            .Select(arn => new SecretReference(
                SourceKey.OfArnId(arn.Location, arn.Resource.Split(':')[1]), ReferencePlace.EnvironmentText, holder, arn.ToString()))
            .DistinctBy(reference => reference.Source);
    }

    public ReferenceReading Read(string? text, ReferencePlace place, string holder)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return place is ReferencePlace.EnvironmentValue ? ReferenceReading.None : ReferenceReading.Malformed("The reference is empty.");
        }

        if (place is ReferencePlace.CredentialSpec)
        {
            return ReadCredentialSpec(text, holder);
        }

        if (Arn.TryParse(text, out var arn))
        {
            return arn.Service switch
            {
                "secretsmanager" => OrNothing(place, ReadSecretArn(arn, place, holder, text)),
                "ssm" when place is not ReferencePlace.EnvironmentValue => ReadParameterArn(arn, place, holder, text),
                _ when place is ReferencePlace.EnvironmentValue => ReferenceReading.None,
                _ => ReferenceReading.Malformed($"'{text}' is an ARN of {arn.Service}, neither of Secrets Manager nor of Parameter Store."),
            };
        }

        return place switch
        {
            ReferencePlace.EnvironmentValue => ReferenceReading.None,
            _ when text.StartsWith("arn:", StringComparison.Ordinal) =>
                ReferenceReading.Malformed($"'{text}' begins like an ARN and lacks parts of one."),
            ReferencePlace.RepositoryCredentials or ReferencePlace.ServiceTag =>
                new(new SecretReference(new SourceKey(SourceKind.SecretByName, home, text), place, holder, text), null),
            ReferencePlace.FileSystemCredentials =>
                ReferenceReading.Malformed($"'{text}' is not an ARN, and credentials of a file system are named by ARN only."),
            _ => ReadParameter(home, text, place, holder, text),
        };
    }

    private static IEnumerable<Arn> SecretsIn(string value)
    {
        const string Start = "arn:";
        for (var at = value.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = value.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            var length = value.AsSpan(at).IndexOfAnyExcept(InArns);
            if (Arn.TryParse(length < 0 ? value[at..] : value.Substring(at, length), out var arn)
                && arn.Service == "secretsmanager" && arn.Resource.Split(':') is ["secret", { Length: > 0 }, ..])
            {
                yield return arn;
            }
        }
    }

    private static ReferenceReading ReadSecretArn(Arn arn, ReferencePlace place, string holder, string text)
    {
        var parts = arn.Resource.Split(':');
        if (parts[0] != "secret" || parts.Length is not (2 or 5) || parts[1].Length == 0)
        {
            return ReferenceReading.Malformed(
                $"'{text}' has {parts.Length} parts after the account: a secret's ARN has 'secret:id' or "
                    + $"'secret:id:json-key:version-stage:version-id'.");
        }

        var reference = new SecretReference(SourceKey.OfArnId(arn.Location, parts[1]), place, holder, text);
        if (parts.Length == 2)
        {
            return new(reference, null);
        }

        return parts[4].Length is > 0 and < ShortestVersionId
            ? ReferenceReading.Malformed($"'{text}' names a version id shorter than {ShortestVersionId} characters.")
            : new(reference with { Stage = NullIfEmpty(parts[3]), VersionId = NullIfEmpty(parts[4]) }, null);
    }

    private static ReferenceReading ReadParameterArn(Arn arn, ReferencePlace place, string holder, string text) =>
        arn.Resource.StartsWith(ParameterPrefix, StringComparison.Ordinal)
            ? ReadParameter(arn.Location, arn.Resource[ParameterPrefix.Length..], place, holder, text)
            : ReferenceReading.Malformed($"'{text}' is an ARN of Systems Manager but not that of a parameter.");

    /// <summary>Systems Manager User Guide, "Referencing AWS Secrets Manager secrets from Parameter Store parameters": the pass-through
    /// and its selectors.</summary>
    private static ReferenceReading ReadParameter(Location location, string name, ReferencePlace place, string holder, string text)
    {
        var path = name.TrimStart('/');
        var colon = path.LastIndexOf(':');
        var (bare, selector) = colon < 0 ? (path, null) : (path[..colon], NullIfEmpty(path[(colon + 1)..]));
        if (bare.Length == 0 || bare == PassThrough)
        {
            return ReferenceReading.Malformed($"'{text}' names no parameter.");
        }

        if (bare.StartsWith(PassThrough, StringComparison.Ordinal))
        {
            var byVersion = selector is not null && Guid.TryParse(selector, out _);
            var key = new SourceKey(SourceKind.SecretByName, location, bare[PassThrough.Length..]);
            return new(
                new(key, place, holder, text) { VersionId = byVersion ? selector : null, Stage = byVersion ? null : selector }, null);
        }

        var pinned = selector is not null && selector.All(char.IsAsciiDigit);
        var parameter = new SecretReference(SourceKey.OfParameter(location, bare), place, holder, text);
        return new(parameter with { VersionId = pinned ? selector : null, Stage = pinned ? null : selector }, null);
    }

    private static ReferenceReading ReadCredentialSpec(string text, string holder)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return Arn.TryParse(text[(colon + 1)..], out var arn) && arn.Service == "ssm"
            ? ReadParameterArn(arn, ReferencePlace.CredentialSpec, holder, text)
            : ReferenceReading.None; // A file or an S3 object: its changes have no event.
    }

    private static ReferenceReading OrNothing(ReferencePlace place, ReferenceReading reading) =>
        place is ReferencePlace.EnvironmentValue && reading.Reference is null ? ReferenceReading.None : reading;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
