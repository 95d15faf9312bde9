using System.Collections.Concurrent;

namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>
/// Remembers, for a minute, which pending versions this process has just seen log in, so that finishSecret need not log in once more
/// right after testSecret. In another process finishSecret finds nothing here and logs in itself.
/// </summary>
internal sealed class ProvenVersions(TimeProvider clock)
{
    /// <summary>Secrets Manager invokes finishSecret within milliseconds of testSecret; a minute covers a slow day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string SecretId, string VersionId), long> _proven = new();

    /// <summary>The rotation's pending version has just passed its test.</summary>
    public void Remember(Rotation rotation)
    {
        foreach (((string, string) version, var since) in _proven)
        {
            if (clock.GetElapsedTime(since) > Lifetime)
            {
                _ = _proven.TryRemove(version, out _);
            }
        }

        _proven[Key(rotation)] = clock.GetTimestamp();
    }

    /// <summary>The rotation's pending version is not to be trusted any more.</summary>
    public void Forget(Rotation rotation) => _proven.TryRemove(Key(rotation), out _);

    /// <summary>Whether the rotation's pending version passed its test within the last minute, in this process.</summary>
    public bool Holds(Rotation rotation) =>
        _proven.TryGetValue(Key(rotation), out var since) && clock.GetElapsedTime(since) <= Lifetime;

    private static (string, string) Key(Rotation rotation) => (rotation.Secret.SecretId, rotation.VersionId);
}
