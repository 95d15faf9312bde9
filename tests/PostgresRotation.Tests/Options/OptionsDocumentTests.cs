namespace RotationLambdas.PostgresRotation.Tests.Options;

public sealed class OptionsDocumentTests
{
    [Fact]
    public async Task Every_variable_that_is_read_is_in_the_document()
    {
        HashSet<string> read = [];
        _ = RotationOptionsReader.Read(name =>
        {
            _ = read.Add(name);
            return null;
        });
        var text = await File.ReadAllTextAsync(Repository.PathOf("docs", "reference", "rotation.md"));

        read.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
        read.Count.ShouldBe(20);
    }
}
