using static RotationLambdas.PostgresRotation.Tests.Servers.HostileLogin;

namespace RotationLambdas.PostgresRotation.Tests.Postgres;

/// <summary>Servers that would have the password cross the network in a way that gives it away, or that cannot authenticate
/// themselves.</summary>
public class UnsafeServerTests
{
    /// <summary>TLS's fatal alert 40.</summary>
    private static readonly byte[] HandshakeFailure = [21, 3, 3, 0, 2, 2, 40];

    [Fact]
    public async Task A_server_without_TLS_is_refused_when_TLS_is_demanded()
    {
        await using var server = new ScriptedServer(connection => SayNoAsync(connection));

        var error = await Should.ThrowAsync<TlsRefusedException>(() => LogInAsync("127.0.0.1", server.Port, new(TlsMode.VerifyFull)));

        error.Problem.ShouldContain("has no TLS");
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Prefer_goes_without_TLS_only_for_SCRAM()
    {
        await using var cleartext = new ScriptedServer(Twice(SayNoAsync, connection => AskAsync(connection, 3)));
        await using var md5 = new ScriptedServer(Twice(SayNoAsync, connection => AskAsync(connection, 5, 1, 2, 3, 4)));
        var prefer = new TlsPolicy(TlsMode.Prefer);

        (await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", cleartext.Port, prefer)))
            .Problem.ShouldContain("with SCRAM,");
        (await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", md5.Port, prefer)))
            .Problem.ShouldContain("with SCRAM,");
    }

    [Fact]
    public async Task Prefer_never_goes_without_TLS_because_TLS_failed()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.SendByteAsync('S');
            await connection.Stream.ReadExactlyAsync(new byte[1], connection.End);
            await connection.Stream.WriteAsync(HandshakeFailure, connection.End);
            await connection.StaySilentAsync();
        });

        await Should.ThrowAsync<TlsRefusedException>(() => LogInAsync("127.0.0.1", server.Port, new(TlsMode.Prefer)));

        server.Connections.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(99)]
    [InlineData(10, "OAUTHBEARER\0\0")]
    public async Task Without_TLS_only_SCRAM_is_accepted(int authentication, string rest = "salt")
    {
        await using var server = new ScriptedServer(connection => AskAsync(connection, authentication, Encoding.UTF8.GetBytes(rest)));

        var error = await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", server.Port, NoTls));

        error.Remedy.ShouldContain("scram-sha-256");
        error.ToString().ShouldNotContain(Password);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_does_not_know_the_password_is_refused(bool sendsSignature)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await AskAsync(connection, 10, "SCRAM-SHA-256\0\0"u8.ToArray());
            var first = Encoding.UTF8.GetString(await connection.ReadMessageAsync());
            var nonce = first[(first.IndexOf("r=", StringComparison.Ordinal) + 2)..];
            await connection.SendAuthenticationAsync(11, Encoding.UTF8.GetBytes($"r={nonce}server,s=c2FsdHNhbHQ=,i=4096"));
            await connection.ReadMessageAsync();
            if (sendsSignature)
            {
                await connection.SendAuthenticationAsync(12, Encoding.UTF8.GetBytes($"v={Convert.ToBase64String(new byte[32])}"));
            }

            await connection.SendAuthenticationAsync(0);
            await connection.StaySilentAsync();
        });

        var error = await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", server.Port, NoTls));

        error.Problem.ShouldContain("does not verify");
    }

    private static async Task SayNoAsync(ScriptedConnection connection)
    {
        await connection.ReadStartupAsync();
        await connection.SendByteAsync('N');
        await connection.StaySilentAsync();
    }

    private static async Task AskAsync(ScriptedConnection connection, int authentication, params byte[] rest)
    {
        await connection.ReadStartupAsync();
        await connection.SendAuthenticationAsync(authentication, rest);
        if (authentication != 10)
        {
            await connection.StaySilentAsync();
        }
    }

    private static Func<ScriptedConnection, Task> Twice(Func<ScriptedConnection, Task> first, Func<ScriptedConnection, Task> second)
    {
        var connections = 0;
        return connection => Interlocked.Increment(ref connections) == 1 ? first(connection) : second(connection);
    }
}
