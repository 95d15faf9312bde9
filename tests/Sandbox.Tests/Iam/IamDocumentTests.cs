namespace RotationLambdas.Sandbox.Tests.Iam;

public class IamDocumentTests
{
    [Theory]
    [InlineData("PostgresRotationRole")]
    [InlineData("EcsRedeploymentRole")]
    public void Every_action_of_every_statement_has_its_row_with_its_conditions(string role)
    {
        var rows = DocumentTable.Rows("reference/iam.md", $"## {role}")
            .Select(row => (Sid: row[0], Action: row[1], Reason: row[2], Resource: row[3], Condition: row[4])).ToList();
        var statements = ExampleStack.Full.Role(role).Statements;

        rows.Select(row => (row.Sid, row.Action))
            .ShouldBe(statements.SelectMany(statement => statement.Actions.Select(action => (statement.Sid, action))));
        rows.ShouldAllBe(row => row.Reason.Length > 0 && row.Resource.Length > 0);
        foreach (var statement in statements)
        {
            foreach (var row in rows.Where(row => row.Sid == statement.Sid))
            {
                row.Condition.Split('`').Where(part => part.Contains(':'))
                    .ShouldBe(statement.Conditions.Select(condition => condition.Key), ignoreOrder: true, row.Action);
                row.Reason.Contains("denied", StringComparison.Ordinal).ShouldBe(statement.Effect == PolicyEffect.Deny);
                row.Resource.StartsWith("all", StringComparison.Ordinal).ShouldBe(statement.Resources.Contains("*"), row.Action);
            }
        }
    }
}
