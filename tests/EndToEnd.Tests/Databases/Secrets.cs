namespace RotationLambdas.EndToEnd.Tests.Databases;

/// <summary>Secrets of test databases.</summary>
internal static class Secrets
{
    /// <summary>The secret of a user of this database, as many people have it: no engine, and the port as a string.</summary>
    public static TestSecret SecretOf(this IDatabaseServer database, string user, string password) =>
        new(user, password, database.Host, database.Port);
}
