using RotationLambdas.PostgresRotation.Options;

namespace RotationLambdas.PostgresRotation.Tests.Options;

public sealed class OptionsDocumentTests
{
    [Theory]
    [InlineData("docs/rotation.md", "`{0}`")]
    [InlineData("template.yaml", " {0}: ")]
    public async Task Every_variable_that_is_read_is_in_the_document_and_in_the_template(string file, string form)
    {
        HashSet<string> read = [];
        _ = RotationOptionsReader.Read(name =>
        {
            _ = read.Add(name);
            return null;
        });
        var text = await File.ReadAllTextAsync(Repository.PathOf(file.Split('/')));

        read.Where(name => !text.Contains(string.Format(null, form, name), StringComparison.Ordinal)).ShouldBeEmpty();
        read.Count.ShouldBe(19);
    }
}
