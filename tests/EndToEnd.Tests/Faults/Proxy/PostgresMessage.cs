namespace RotationLambdas.EndToEnd.Tests.Faults.Proxy;

/// <summary>One message of PostgreSQL's protocol (PostgreSQL documentation, "Message Formats").</summary>
/// <param name="FromFunction">Whether it goes to the server.</param>
/// <param name="Type">The byte of its type, as a letter; <c>-</c> for the first of a connection, which has none.</param>
internal sealed record PostgresMessage(bool FromFunction, char Type, byte[] Bytes)
{
    /// <summary>Who sends it, and its type, as in <c>function Q</c>.</summary>
    public override string ToString() => $"{(FromFunction ? "function" : "server")} {Type}";
}
