namespace RotationLambdas.Sandbox.Databases;

/// <summary>A PostgreSQL command failed; the message holds the command's name and what it and the server's log said.</summary>
public sealed class PostgresStartException(string message) : Exception(message);
