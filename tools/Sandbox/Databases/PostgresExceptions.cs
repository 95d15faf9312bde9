namespace RotationLambdas.Sandbox.Databases;

public sealed class PostgresMissingException() : Exception(
    "No PostgreSQL server was found: neither on PATH nor in /usr/lib/postgresql/*/bin is there initdb, pg_ctl and postgres. "
    + "Install it, for example with `apt-get install postgresql` or `brew install postgresql`.");

/// <summary>A PostgreSQL command failed; the message holds the command's name and its output and the server's log.</summary>
public sealed class PostgresStartException(string message) : Exception(message);
