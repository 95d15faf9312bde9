namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Two users that alternate. The name distinguishes them: the second is the first with a suffix, as AWS's own function has
/// it.</summary>
/// <param name="Original">The first user; it has the grants and owns the objects.</param>
/// <param name="Alternate">The second user, a member of the first.</param>
internal sealed record UserPair(string Original, string Alternate)
{
    /// <summary>The pair that a user belongs to.</summary>
    /// <exception cref="RoleUnsuitableException">The second user's name would be too long for PostgreSQL.</exception>
    public static UserPair Of(string userName, string suffix)
    {
        var pair = userName.EndsWith(suffix, StringComparison.Ordinal) && userName.Length > suffix.Length
            ? new UserPair(userName[..^suffix.Length], userName)
            : new UserPair(userName, userName + suffix);

        // PostgreSQL cuts longer names silently, and the cut name may be another user's.
        return Encoding.UTF8.GetByteCount(pair.Alternate) <= RoleName.MaximumBytes
            ? pair
            : throw new RoleUnsuitableException(
                $"The second user of {OutsideText.Of(userName)} would be called {OutsideText.Of(pair.Alternate)}, which is longer than "
                    + $"the {RoleName.MaximumBytes} bytes PostgreSQL allows.",
                "Set ALTERNATE_USER_SUFFIX to something shorter, or give the user a shorter name.");
    }

    /// <summary>The one whose turn it is after <paramref name="userName"/>.</summary>
    public string After(string userName) => userName == Original ? Alternate : Original;
}
