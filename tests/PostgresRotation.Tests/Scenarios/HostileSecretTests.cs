using FsCheck;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>Any secret is rotated or refused with a typed error; nothing else ever comes of it.</summary>
public sealed class HostileSecretTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    private static readonly HashSet<string> TypedErrors =
    [
        .. typeof(RotationHandler).Assembly.GetTypes().Concat(typeof(FunctionException).Assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(FunctionException))).Select(type => type.Name),
    ];

    public void Dispose() => fixture.Reset();

    [Fact]
    public void Any_text_is_a_secret_or_is_refused_as_malformed() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(
            Gen.OneOf(HostileSecrets.Objects, HostileSecrets.Json, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))
                .ToArbitrary(),
            IsReadOrRefused));

    [Fact]
    public async Task A_hostile_value_is_rotated_or_refused_with_a_typed_error()
    {
        var rotated = 0;
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var honest = await fixture.CreateAppAsync();
            var user = await honest.ValueAsync();
            Dictionary<string, string> right = new()
            {
                ["host"] = "\"127.0.0.1\"",
                ["port"] = $"{fixture.Database.Port}",
                ["username"] = $"\"{user.UserName}\"",
                ["password"] = $"\"{user.Password}\"",
                ["ssl"] = "false",
            };
            foreach (var text in HostileSecrets.NearlyRight(right).Sample(30).Where(text => text.Length > 0))
            {
                var secret = await fixture.CreateSecretAsync(text);
                var outcome = await fixture.RotateAsync(secret);
                if (outcome.Result == RotationResult.Succeeded)
                {
                    rotated++;
                    right["password"] = HostileSecrets.Literal((await secret.ValueAsync()).Password);
                    continue;
                }

                TypedErrors.ShouldContain(outcome.LastStep().ErrorType!, $"{text} ended with {outcome.LastStep().ErrorMessage}");
                (await secret.TextAsync()).ShouldBe(text);
            }
        }

        rotated.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Any_user_name_and_password_that_PostgreSQL_takes_is_rotated()
    {
        HashSet<string> taken = [];
        foreach ((var suggested, var password) in UsersAndPasswords().Sample(20, 40))
        {
            var name = Cut(suggested);
            if (name.Length == 0 || name.StartsWith("pg_", StringComparison.Ordinal) || !taken.Add(name)
                || await fixture.AskAsync($"SELECT 1 FROM pg_roles WHERE rolname = {Text(name)}") is not null)
            {
                continue;
            }

            await fixture.ExecuteAsync($"CREATE ROLE {RotationDatabase.Quoted(name)} LOGIN PASSWORD {Text(password)}");
            var secret = await fixture.CreateSecretAsync(HostileSecrets.Object(
            [
                new("host", "\"127.0.0.1\""), new("port", $"{fixture.Database.Port}"), new("ssl", "false"),
                new("username", HostileSecrets.Literal(name)), new("password", HostileSecrets.Literal(password)),
            ]));

            var outcome = await fixture.RotateAsync(secret);

            outcome.Result.ShouldBe(RotationResult.Succeeded, $"{HostileSecrets.Literal(name)}, {HostileSecrets.Literal(password)}");
            (await fixture.AcceptsAsync(await secret.ValueAsync())).ShouldBeTrue();
        }
    }

    private static void IsReadOrRefused(string text)
    {
        try
        {
            var secret = DatabaseSecret.Parse(text, "The secret");
            var changed = DatabaseSecret.Parse(
                secret.With([new("username", "next user"), new("password", "next \"password\" 😀")]), "The next");
            changed.Credential.ShouldBe(new("next user", "next \"password\" 😀"));
            changed.Host.ShouldBe(secret.Host);
        }
        catch (SecretMalformedException)
        {
            // Refused, with a sentence.
        }
    }

    private static Gen<(string Name, string Password)> UsersAndPasswords() =>
        from name in ArbMap.Default.GeneratorFor<string>()
        from password in ArbMap.Default.GeneratorFor<string>()
        select (Printing(name), "p" + Printing(password));

    /// <summary>PostgreSQL takes any UTF-8 text without NUL.</summary>
    private static string Printing(string? text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Replace("\0", "", StringComparison.Ordinal);

    private static string Cut(string name)
    {
        while (Encoding.UTF8.GetByteCount(name) > 63)
        {
            name = name[..^1];
        }

        return Printing(name).TrimEnd('\n');
    }

    private static string Text(string value) =>
        "E'" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";
}
