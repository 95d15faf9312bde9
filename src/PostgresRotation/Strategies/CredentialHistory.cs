using System.Runtime.CompilerServices;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>The credentials that a secret has or had, the likeliest first: the one expected to work, the one to be set, AWSPREVIOUS, and
/// then the versions without a label, newest first. A rotation that was cancelled, or a pending value overwritten by hand, leaves the
/// password that the database has in such a version; Secrets Manager keeps about a hundred of them.</summary>
/// <param name="change">The change that the credentials are wanted for.</param>
/// <param name="users">The users whose credentials are of use.</param>
/// <param name="withOlder">Whether versions besides the two of the change count; a roll-back must not revive an old password.</param>
internal sealed class CredentialHistory(CredentialChange change, IReadOnlyCollection<string> users, bool withOlder = true)
{
    /// <summary>How many unlabelled versions are tried: each costs a call of Secrets Manager and a refused login.</summary>
    public const int MostUnlabelled = 20;

    /// <summary>How long unlabelled versions are tried; the superuser must still get a turn.</summary>
    public static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(5);

    private readonly HashSet<(string, string)> _offered = [];

    private Rotation Rotation => change.Rotation;

    /// <summary>Reads them one after the other, each only when the one before did not do.</summary>
    public async IAsyncEnumerable<KnownCredential> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A refused login is noise in the server's log: for the other user of a pair, AWSPREVIOUS is the likeliest.
        var isOther = !users.Contains(change.From.Secret.UserName);
        if (isOther && withOlder && await PreviousAsync(cancellationToken) is { } likeliest)
        {
            yield return likeliest;
        }

        foreach (var known in withOlder ? new[] { change.From, change.To } : [change.To, change.From])
        {
            if (users.Contains(known.Secret.UserName) && IsNew(known))
            {
                yield return known;
            }
        }

        if (!withOlder)
        {
            yield break;
        }

        if (!isOther && await PreviousAsync(cancellationToken) is { } before)
        {
            yield return before;
        }

        var tried = 0;
        var search = Rotation.Budget.Part(LongestSearch);
        foreach (var versionId in await UnlabelledAsync(cancellationToken))
        {
            if (tried == MostUnlabelled || search.IsSpent)
            {
                Rotation.Log.HistoryCutShort(tried);
                yield break;
            }

            tried++;
            if (await ReadAsync(
                "unlabelled", versionId, token => Rotation.Secret.ReadVersionAsync(versionId, token), cancellationToken) is { } older)
            {
                yield return older;
            }
        }
    }

    private Task<KnownCredential?> PreviousAsync(CancellationToken cancellationToken) => ReadAsync(
        StagingLabel.Previous, StagingLabel.Previous, token =>
            Rotation.Secret.ReadLabelAsync(StagingLabel.Previous, token), cancellationToken);

    private async Task<KnownCredential?> ReadAsync(
        string name, string versionId, Func<CancellationToken, Task<SecretValue?>> readAsync, CancellationToken cancellationToken)
    {
        try
        {
            if (await readAsync(cancellationToken) is not { } value)
            {
                if (versionId != StagingLabel.Previous)
                {
                    Rotation.Log.VersionSkipped(name, versionId, "it has no value");
                }

                return null;
            }

            var known = Rotation.Read(value, name);
            if (!PendingCheck.IsSameServer(known.Secret, change.To.Secret) || !users.Contains(known.Secret.UserName))
            {
                // An old host may belong to somebody else by now: nothing is offered to it.
                Rotation.Log.VersionSkipped(name, value.VersionId, "it is for another server or user");
                return null;
            }

            return IsNew(known) ? known : null;
        }
        catch (SecretMalformedException)
        {
            Rotation.Log.VersionSkipped(name, versionId, "it is not a PostgreSQL secret");
        }
        catch (SecretsManagerRefusedException refusal)
        {
            // Encrypted with a key that was deleted, for example; the other versions may do.
            Rotation.Log.VersionSkipped(name, versionId, refusal.Problem);
        }

        return null;
    }

    private async Task<IReadOnlyList<string>> UnlabelledAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Rotation.Secret.ListUnlabelledAsync(cancellationToken);
        }
        catch (SecretsManagerRefusedException refusal)
        {
            // A role without ListSecretVersionIds can still rotate; what is left is the superuser.
            Rotation.Log.HistoryUnavailable(refusal);
            return [];
        }
    }

    private bool IsNew(KnownCredential known) => _offered.Add((known.Secret.UserName, known.Secret.Password));
}
