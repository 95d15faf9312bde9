namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>One version's value as Secrets Manager gave it.</summary>
/// <param name="Labels">The staging labels on it at the time of reading.</param>
/// <param name="Text">The secret string; empty when the version holds binary data.</param>
internal sealed record SecretValue(string VersionId, IReadOnlyList<string> Labels, string Text, DateTime Created)
{
    public bool Has(string label) => Labels.Contains(label);

    /// <summary>The version's id and labels; never its text.</summary>
    public override string ToString() => $"{VersionId} ({string.Join(", ", Labels)})";
}
