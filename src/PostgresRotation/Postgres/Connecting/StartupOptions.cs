namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>The settings that a session with <see cref="SessionSettings.Fixed"/> starts with. The code that a database's owner can have
/// run at login comes before any statement, so only the startup message is early enough. Every user may make these settings, on every
/// supported version.</summary>
internal static class StartupOptions
{
    /// <summary>The time limits of the session, in milliseconds; each transaction has stricter ones.</summary>
    private const string Limits = "-c statement_timeout=60000 -c lock_timeout=30000 -c idle_in_transaction_session_timeout=120000";

    /// <summary>A setting without a meaning that shows whether the options reached the session: a pooler may drop them silently.</summary>
    public const string Mark = "rotationlambdas.direct";

    /// <summary>The value of the startup parameter <c>options</c>.</summary>
    public const string Text =
        "-c search_path=pg_catalog,pg_temp -c role=none -c local_preload_libraries= " + Limits
        + " -c standard_conforming_strings=on -c transform_null_equals=off -c DateStyle=ISO -c exit_on_error=off -c " + Mark + "=on";
}
