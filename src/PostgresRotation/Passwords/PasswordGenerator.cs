namespace RotationLambdas.PostgresRotation.Passwords;

/// <summary>Makes passwords with the cryptographic generator of the platform. Every password that the policy allows is as likely as any
/// other.</summary>
internal sealed class PasswordGenerator(PasswordPolicy policy)
{
    public string Generate()
    {
        // Drawing anew until one fits, rather than putting the missing types in, is what keeps the choice even.
        while (true)
        {
            var password = RandomNumberGenerator.GetString(policy.Alphabet, policy.Length);
            if (Fits(password))
            {
                return password;
            }
        }
    }

    private bool Fits(string password) =>
        !PasswordShape.LooksLikeHash(password)
        && (!policy.RequiresEachType || policy.Types.All(type => password.AsSpan().ContainsAny(type)));
}
