using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Transport;

public class CertificateCheckTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData(null)]
    [InlineData(PostgresFixture.CertificateName)]
    public async Task A_certificate_of_a_known_root_and_name_is_accepted(string? name)
    {
        await using var session = await LogInAsync(postgres.Tls with { CertificateName = name });

        session.IsEncrypted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_with_both_names()
    {
        var error = await Should.ThrowAsync<TlsRefusedException>(
            () => LogInAsync(postgres.Tls with { CertificateName = "other.example.test" }));

        error.Problem.ShouldContain("TLS failed for other.example.test");
        error.Problem.ShouldContain(PostgresFixture.CertificateName);
        error.Problem.ShouldContain("is for another name");
    }

    [Theory]
    [InlineData(nameof(TlsMode.VerifyFull))]
    [InlineData(nameof(TlsMode.Prefer))]
    public async Task A_certificate_of_an_unknown_root_is_refused_with_details(string mode)
    {
        var error = await Should.ThrowAsync<TlsRefusedException>(() => LogInAsync(new(Enum.Parse<TlsMode>(mode))));

        error.Problem.ShouldContain("issued by \"CN=RotationLambdas sandbox root\"");
        error.Problem.ShouldContain("valid from 2");
        error.Problem.ShouldContain("leads to no root in the system's roots");
        error.Remedy.ShouldContain("TLS_CA_FILE");
    }

    [Fact]
    public async Task A_root_of_the_same_name_and_another_key_is_not_enough()
    {
        using var impostor = new CertificateAuthority();
        var file = await NewFileAsync(impostor.RootPem);

        var error = await Should.ThrowAsync<TlsRefusedException>(() => LogInAsync(new(TlsMode.VerifyFull, null, file)));

        error.Problem.ShouldContain(file);
        File.Delete(file);
    }

    [Fact]
    public async Task The_root_is_found_among_many()
    {
        using var first = new CertificateAuthority("First of many");
        using var last = new CertificateAuthority("Last of many");
        var file = await NewFileAsync(
            $"{first.RootPem}\n# a comment\n{await File.ReadAllTextAsync(postgres.Tls.RootCertificatesFile!)}\n{last.RootPem}");

        await using var session = await LogInAsync(new(TlsMode.VerifyFull, null, file));

        session.IsEncrypted.ShouldBeTrue();
        File.Delete(file);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        using var authority = new CertificateAuthority("Short-lived");
        var file = await NewFileAsync(authority.RootPem);
        await using var server = await LocalPostgresServer.StartAsync(new()
        {
            Certificate = authority.Issue(["127.0.0.1"], TimeSpan.FromDays(-3), TimeSpan.FromDays(-1)),
        });

        var error = await Should.ThrowAsync<TlsRefusedException>(() => LogInAsync(new(TlsMode.VerifyFull, null, file), server));

        error.Problem.ShouldContain("is out of its validity");
        File.Delete(file);
    }

    [Fact]
    public async Task An_intermediate_that_the_server_sends_along_leads_to_the_root()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("CN=Root", rootKey)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(9));
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middle = Authority("CN=Middle", middleKey)
            .Create(root, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(8), [1]);
        using var middleWithKey = middle.CopyWithPrivateKey(middleKey);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var leaf = request.Create(middleWithKey, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(7), [2]);
        var file = await NewFileAsync(root.ExportCertificatePem());
        await using var server = await LocalPostgresServer.StartAsync(new()
        {
            Certificate = new($"{leaf.ExportCertificatePem()}\n{middle.ExportCertificatePem()}\n", key.ExportPkcs8PrivateKeyPem()),
        });

        await using var session = await LogInAsync(new(TlsMode.VerifyFull, null, file), server);

        session.IsEncrypted.ShouldBeTrue();
        File.Delete(file);
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request;
    }

    private static async Task<string> NewFileAsync(string pem)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, pem);
        return file;
    }

    private Task<IDatabaseSession> LogInAsync(TlsPolicy tls, LocalPostgresServer? server = null)
    {
        server ??= postgres.Server;
        return new NpgsqlDatabase(TimeSpan.FromSeconds(5)).LogInAsync(
            new(server.Host, server.Port, "postgres", tls),
            new(LocalPostgresServer.Administrator, server.AdministratorPassword),
            PostgresFixture.NewBudget(),
            SessionSettings.Fixed,
            CancellationToken.None);
    }
}
