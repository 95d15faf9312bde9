namespace RotationLambdas.Sandbox.Databases;

/// <summary>A PostgreSQL command failed; the message holds the command's name and its output and the server's log.</summary>
public sealed class PostgresStartException(string message) : Exception(message);
