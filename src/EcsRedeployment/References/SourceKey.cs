namespace RotationLambdas.EcsRedeployment.References;

/// <summary>What a reference reads, in one comparable value. A reference and a secret belong together when the secret has a key that
/// equals the reference's: never by prefix, so that `db` is not `db-replica`.</summary>
/// <param name="Location">Partition, Region and account; a plain name is read where the task definition lives.</param>
/// <param name="Id">Name-and-suffix, name, or parameter name without its leading slash.</param>
internal sealed record SourceKey(SourceKind Kind, Location Location, string Id)
{
    private const int SuffixLength = 7;

    /// <summary>The key of a parameter. Names with and without a leading slash share one ARN, so they share a key.</summary>
    public static SourceKey OfParameter(Location location, string name) => new(SourceKind.Parameter, location, name.TrimStart('/'));

    /// <summary>The key that the resource id of a secret ARN stands for. Secrets Manager takes an id that ends in a hyphen and six
    /// characters for complete, also when it is part of the secret's name (Secrets Manager User Guide, "Troubleshoot AWS Secrets Manager",
    /// names that end in a hyphen and six characters); any other id is a partial ARN, which is the name.</summary>
    public static SourceKey OfArnId(Location location, string id) =>
        new(LooksComplete(id) ? SourceKind.SecretByArn : SourceKind.SecretByName, location, id);

    /// <summary>Whether a resource id ends as Secrets Manager ends its complete ARNs.</summary>
    public static bool LooksComplete(string id) =>
        id.Length > SuffixLength && id[^SuffixLength] == '-'
            && id.AsSpan(id.Length - SuffixLength + 1).ContainsAnyExcept(Alphanumerics) is false;

    /// <summary>The name of a secret whose complete id is known.</summary>
    public static string NameOf(string completeId) => LooksComplete(completeId) ? completeId[..^SuffixLength] : completeId;

    private static readonly System.Buffers.SearchValues<char> Alphanumerics =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
