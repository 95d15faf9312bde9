namespace RotationLambdas.PostgresRotation.Options;

/// <summary>Reads <see cref="RotationOptions"/> from the function's environment.</summary>
internal static class RotationOptionsReader
{
    /// <summary>Longer suffixes leave too little of PostgreSQL's 63 bytes to the name itself.</summary>
    private const int LongestSuffix = 16;

    /// <param name="variable">Gives a variable's value, null when it is not set.</param>
    /// <exception cref="ConfigurationInvalidException">
    /// A value is invalid; the message names variable, value and what is allowed.
    /// </exception>
    public static RotationOptions Read(Func<string, string?> variable)
    {
        EnvironmentReader environment = new(variable);
        var superusers = environment.List("SUPERUSER_SECRET_ARN");
        return new RotationOptions
        {
            Strategy = environment.Choice(
                "ROTATION_STRATEGY",
                RotationStrategyChoice.Auto,
                ("auto", RotationStrategyChoice.Auto),
                ("single-user", RotationStrategyChoice.SingleUser),
                ("alternating-users", RotationStrategyChoice.AlternatingUsers)),
            Superuser = new SuperuserOptions(
                superusers.Count > 0 ? superusers[0] : null,
                Host(environment, "SUPERUSER_HOST"),
                environment.Number("SUPERUSER_PORT", 1, ushort.MaxValue, otherwise: 5432)),
            OtherSuperuserSecrets = superusers.Count > 1 ? [.. superusers.Skip(1)] : [],
            AlternateUserSuffix = Suffix(environment, "ALTERNATE_USER_SUFFIX"),
            SharesOwnership = environment.Flag("SHARE_OWNERSHIP", otherwise: true),
            Tls = new TlsPolicy(
                environment.Choice("TLS_MODE", TlsMode.VerifyFull, ("verify-full", TlsMode.VerifyFull), ("prefer", TlsMode.Prefer)),
                Host(environment, "TLS_CERTIFICATE_NAME"),
                ExistingFile(environment, "TLS_CA_FILE")),
            TestQuery = environment.ExactText("TEST_QUERY"),
            ReadOnlyExpected = environment.Flag("READ_ONLY_EXPECTED", otherwise: false),
            ConnectTimeout = TimeSpan.FromSeconds(environment.Number("CONNECT_TIMEOUT_SECONDS", 1, 10, otherwise: 5)),
            MetricsNamespace = environment.MetricsNamespace("METRICS_NAMESPACE", new RotationOptions().MetricsNamespace),
            Passwords = PasswordPolicyReader.Read(variable),
        };
    }

    private static string? Host(EnvironmentReader environment, string name) =>
        environment.Text(name) is { } host && !HostNames.IsOne(host)
            ? throw environment.Invalid(name, "one host name or IP address, without scheme, port, spaces or commas")
            : environment.Text(name);

    private static string Suffix(EnvironmentReader environment, string name)
    {
        var suffix = environment.ExactText(name) ?? new RotationOptions().AlternateUserSuffix;
        return Encoding.UTF8.GetByteCount(suffix) > LongestSuffix || suffix.Contains('\0', StringComparison.Ordinal)
            ? throw environment.Invalid(name, $"a text of at most {LongestSuffix} bytes without NUL")
            : suffix;
    }

    private static string? ExistingFile(EnvironmentReader environment, string name) =>
        environment.Text(name) is { } path && !File.Exists(path)
            ? throw environment.Invalid(name, "the path of a file in the function's package")
            : environment.Text(name);
}
