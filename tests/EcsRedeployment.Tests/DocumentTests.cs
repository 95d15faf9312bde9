namespace RotationLambdas.EcsRedeployment.Tests;

public sealed partial class DocumentTests
{
    private static readonly string Redeployment = Read("reference", "redeployment.md");
    private static readonly string Events = Read("reference", "events.md");
    private static readonly string FreshnessPage = Read("explanation", "freshness.md");

    [Fact]
    public void Every_reason_decision_and_warning_is_explained() => ShouldBeIn(Redeployment + FreshnessPage,
        Enum.GetNames<Reason>().Concat(Enum.GetNames<Decision>()).Concat(Enum.GetNames<WarningKind>()));

    [Fact]
    public void Every_reason_has_its_sentence() => Enum.GetValues<Reason>().ShouldAllBe(reason => ReasonText.Of(reason).EndsWith('.'));

    [Fact]
    public void Every_state_and_every_kind_of_event_is_explained() => ShouldBeIn(Events,
        [.. Enum.GetNames<ServiceState>(), .. Enum.GetNames<SecretState>(), OutcomeEvent.Source, OutcomeEvent.SecretStatus,
            OutcomeEvent.ServiceFailed, OutcomeEvent.ServiceNeedsAttention]);

    [Fact]
    public void Every_variable_that_is_read_is_in_the_table_of_settings()
    {
        var read = new List<string>();
        new OptionsReader(name =>
        {
            read.Add(name);
            return null;
        }).Read();

        Settings().Matches(Redeployment).Select(match => match.Groups[1].Value).ShouldBe(read, ignoreOrder: true);
    }

    [Fact]
    public void The_decision_tables_are_those_of_the_code()
    {
        FreshnessPage.ShouldContain(string.Concat(FreshnessTable.Rows.Select(row => $"| {row.When} | {row.State} |\n")));
        FreshnessPage.ShouldContain(string.Concat(PlanTable.Rows.Select(row => $"| {row.When} | {row.Decision} | {row.Reason} |\n")));
    }

    [Fact]
    public void The_samples_of_events_are_JSON_and_fit_their_schemas()
    {
        var samples = Samples().Matches(Events).Select(match => JsonNode.Parse(match.Groups[1].Value)!).ToList();

        samples.Count.ShouldBe(4);
        foreach (var sample in samples.Where(sample => sample["resources"] is not null))
        {
            EventSchema.Problems(sample["detail-type"]!.GetValue<string>(), sample["detail"]!).ShouldBeEmpty();
        }
    }

    private static void ShouldBeIn(string text, IEnumerable<string> words) =>
        words.Where(word => !Regex.IsMatch(text, $@"\b{Regex.Escape(word)}\b")).ShouldBeEmpty();

    private static string Read(params string[] path) => File.ReadAllText(Repository.PathOf(["docs", .. path]));

    [GeneratedRegex(@"^\| `([A-Z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Settings();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Samples();
}
