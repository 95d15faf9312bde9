using RotationLambdas.Startup;

namespace RotationLambdas.PostgresRotation.Tests.Startup;

public sealed class SystemRootsTests
{
    private readonly Dictionary<string, string> _environment = [];

    [Theory]
    [InlineData("/etc/pki/tls/cert.pem")]
    [InlineData("/usr/lib/ssl/cert.pem")]
    public void The_file_that_the_system_has_is_loaded(string file) => Choose(file).ShouldBe(file);

    [Fact]
    public void Where_the_system_keeps_its_roots_elsewhere_nothing_is_changed() => Choose("/opt/roots.pem").ShouldBeNull();

    [Theory]
    [InlineData("SSL_CERT_FILE")]
    [InlineData("SSL_CERT_DIR")]
    public void The_operators_choice_of_roots_stays(string variable)
    {
        _environment[variable] = "/opt/roots";

        Choose("/etc/pki/tls/cert.pem").ShouldBeNull();
    }

    private string? Choose(string existing) => SystemRoots.ChooseFile(_environment.GetValueOrDefault, file => file == existing);
}
