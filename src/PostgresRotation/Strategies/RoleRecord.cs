namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>The note that a rotation leaves in the comment of a role: which secret is in charge of it and which role it alternates with.
/// The OIDs keep a copy of the note from counting: after a dump was restored, roles have others.</summary>
/// <param name="Role">The role's own OID.</param>
/// <param name="Partner">The OID of the role that it alternates with; 0: none.</param>
internal sealed partial record RoleRecord(uint Role, uint Partner, string SecretArn)
{
    /// <summary>The record in a role's comment; null when absent.</summary>
    public static RoleRecord? Of(RoleFacts role) => Note().Match(role.Comment) is { Success: true } note
        && uint.TryParse(note.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var own)
        && uint.TryParse(note.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var partner)
            ? new RoleRecord(own, partner, note.Groups[3].Value)
            : null;

    public static bool IsPair(RoleFacts one, RoleFacts other, string secretArn) =>
        Of(one) == new RoleRecord(one.Oid, other.Oid, secretArn) && Of(other) == new RoleRecord(other.Oid, one.Oid, secretArn);

    /// <summary>A role's comment with this record; other text is kept.</summary>
    public string In(string comment)
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"[RotationLambdas role={Role} partner={Partner} secret={SecretArn}]");
        return Note().IsMatch(comment) ? Note().Replace(comment, _ => note) : comment.Length == 0 ? note : $"{comment} {note}";
    }

    [GeneratedRegex(@"\[RotationLambdas role=([0-9]{1,10}) partner=([0-9]{1,10}) secret=([^\]\s]{1,2048})\]")]
    private static partial Regex Note();
}
