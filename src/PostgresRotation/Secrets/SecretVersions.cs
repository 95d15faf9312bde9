namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>DescribeSecret's answer about a secret's versions and its rotation.</summary>
/// <param name="RotationEnabled">Null when rotation was never configured.</param>
/// <param name="Labels">The staging labels by version id; versions without labels are not in it.</param>
internal sealed record SecretVersions(bool? RotationEnabled, IReadOnlyDictionary<string, IReadOnlyList<string>> Labels)
{
    /// <summary>The id of the version in use; null before the secret got its first value.</summary>
    public string? Current => Holder(StagingLabel.Current);

    /// <summary>Whether the version has labels at all.</summary>
    public bool Knows(string versionId) => Labels.ContainsKey(versionId);

    public bool Has(string versionId, string label) => Labels.TryGetValue(versionId, out var labels) && labels.Contains(label);

    private string? Holder(string label) => Labels.FirstOrDefault(version => version.Value.Contains(label)).Key;
}
