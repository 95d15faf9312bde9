namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Stores the new credential before any database gets it, so that no interruption can lose it. A version's value never changes:
/// when two invocations write at once, the first one's password stands and the second finds that out from the refusal, without
/// reading.</summary>
internal sealed class CreateSecret(StrategyChoice strategies, PasswordGenerator passwords, RotationOptions options)
{
    /// <summary>Gives the pending version its value, unless it has one.</summary>
    /// <returns>False when the version is AWSCURRENT already.</returns>
    /// <exception cref="FunctionException">There is nothing to rotate, or a later step could not succeed; nothing was written.</exception>
    public async Task<bool> RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        if (await RotationGuard.ReadAsync(rotation, cancellationToken) is null)
        {
            return false;
        }

        var current = await RotationVersions.CurrentAsync(rotation, cancellationToken);
        RefuseUnallowedTransport(current.Secret, rotation.Secret.SecretId);
        var strategy = strategies.For(current.Secret);
        Credential next = new(strategy.NextUser(current.Secret), passwords.Generate());
        var copies = options.Trust.PasswordCopiesOf(rotation.Secret.SecretId);
        var text = PasswordCopies.Rewrite(current.Secret, next, copies);
        await strategy.CheckAsync(rotation, current.Secret, cancellationToken);
        if (current.Secret.HadByteOrderMark)
        {
            rotation.Log.ByteOrderMarkDropped(current.VersionId);
        }

        if (PasswordCopies.Stale(current.Secret, next, copies) is { Count: > 0 } keys)
        {
            rotation.Log.CopiesLeft(string.Join(", ", keys));
        }

        if (await rotation.Secret.WritePendingAsync(rotation.VersionId, text, rotation.Event.RotationToken, cancellationToken))
        {
            rotation.Log.PendingWritten(rotation.VersionId, next.UserName);
        }
        else
        {
            rotation.Log.PendingKept(rotation.VersionId);
        }

        return true;
    }

    private void RefuseUnallowedTransport(DatabaseSecret secret, string secretArn)
    {
        if (secret.Ssl == false && !options.AllowsPlaintext(secretArn))
        {
            throw new SecretMalformedException(
                $"{secret.Origin} asks for a connection without TLS (\"ssl\": false), which the operator does not allow.",
                "Remove ssl from the secret, or list the secret in plaintextTransport of TRUST_SETTINGS.");
        }

        var configured = options.TransportOf(secretArn, secret.Ssl).CertificateName ?? secret.Host;
        if (secret.CertificateName is { } name && !HostNames.Same(name, configured))
        {
            throw new SecretMalformedException(
                $"{secret.Origin} has the tls_certificate_name {name}, which only the operator may choose.",
                "Remove it from the secret, or name it in certificateNames of TRUST_SETTINGS.");
        }
    }
}
