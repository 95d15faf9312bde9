namespace RotationLambdas.EndToEnd.Tests.HostileInput;

/// <summary>The deployed function names each fault by an error of its own, without a password.</summary>
public sealed class HostileInputTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    private const int LongestLine = 5000;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Names => [.. HostileCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_refused_by_its_own_error_and_without_a_password(string name)
    {
        var one = HostileCases.All.Single(one => one.Name == name);

        var result = await one.Meet(fixture);

        result.ErrorType.ShouldBe(one.ErrorType, result.ErrorMessage);
        string[] output = [.. result.LogLines, .. fixture.Events, result.ErrorMessage ?? "", result.Payload?.ToJsonString() ?? ""];
        output.ShouldNotBeEmpty();
        output.Count(text => text.Contains(HostileFixture.Password, StringComparison.Ordinal)).ShouldBe(0);
        result.LogLines.ShouldAllBe(line => line.Length < LongestLine && !line.StartsWith(BadServer.Forged) && !line.Contains('\u001b'));
    }

    [Fact]
    public async Task A_process_that_computes_without_end_ends_after_its_report()
    {
        await using var server = BadServer.Laborious();

        var result = await fixture.RotateAtAsync(server.Port, ssl: false);

        result.ErrorType.ShouldBe("DatabaseUnreachableException", result.ErrorMessage);
        result.LogLines.ShouldContain(line => line.Contains("this process of the function ends", StringComparison.Ordinal));
        var started = Stopwatch.GetTimestamp();
        while (fixture.ProcessIds.Count > 0)
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Soon);
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    [Fact]
    public async Task The_document_lists_exactly_these_cases()
    {
        var document = await File.ReadAllLinesAsync(Repository.PathOf("docs", "development", "hostile-input.md"));

        document.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .ShouldBe(HostileCases.All.Select(one => $"| {one.Name} | {one.ErrorType} |"));
    }
}
