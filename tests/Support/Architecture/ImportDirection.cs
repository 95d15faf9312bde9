namespace RotationLambdas.Support.Architecture;

/// <summary>Holds the sources of a function and the table of docs/architecture.md against each other.</summary>
public abstract class ImportDirection
{
    private readonly ModuleTable _table;
    private readonly IReadOnlyList<ModuleImport> _imports;

    /// <param name="function">The function's folder under src/.</param>
    protected ImportDirection(string function) => (_table, _imports) = (ModuleTable.Of(function), ModuleImports.Of(function));

    [Fact]
    public void The_table_has_every_room_once() =>
        _table.Rows.SelectMany(row => row.Modules).ShouldBe(_imports.SelectMany(import => new[] { import.From, import.To }).Distinct(), ignoreOrder: true);

    [Fact]
    public void The_table_leads_downwards() =>
        _table.Rows.Where(row => !row.UsesAll).SelectMany(row => row.MayUse.Except(row.Below).Select(module => $"{row.Modules[0]} uses {module}, which is not below it"))
            .ShouldBeEmpty();

    [Fact]
    public void A_room_imports_only_what_the_table_allows() =>
        _imports.Where(import => !RowOf(import.From).MayUse.Contains(import.To)).ShouldBeEmpty();

    [Fact]
    public void The_table_allows_nothing_that_no_room_needs() =>
        _table.Rows.Where(row => !row.UsesAll)
            .SelectMany(row => row.MayUse.Except(_imports.Where(import => row.Modules.Contains(import.From)).Select(import => import.To)).Select(module => $"{row.Modules[0]}: {module}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_chain_of_imports_leads_back()
    {
        var left = _imports.ToList();
        // Who imports nothing of what is left, or is imported by nobody, cannot be part of a ring.
        while (left.RemoveAll(import => left.All(other => other.From != import.To) || left.All(other => other.To != import.From)) > 0)
        {
        }

        left.ShouldBeEmpty();
    }

    private ModuleRow RowOf(string module) => _table.Rows.Single(row => row.Modules.Contains(module));
}
