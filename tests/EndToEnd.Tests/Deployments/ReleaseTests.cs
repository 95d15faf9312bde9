using RotationLambdas.EndToEnd.Tests.Policies;

namespace RotationLambdas.EndToEnd.Tests.Deployments;

/// <summary>A release, deployed without a build: each of its templates with its zips.</summary>
public sealed class ReleaseTests
{
    [Trait("Needs", "cfn-lint")]
    [ToolFact("cfn-lint")]
    public Task Its_template_deploys_the_zips_beside_it() => RotateAndRestartAsync("template-x86_64.yaml");

    [Trait("Needs", "cfn-lint")]
    [ToolFact("cfn-lint")]
    public Task Its_plain_template_deploys_zips_from_a_bucket() => RotateAndRestartAsync("template-x86_64.processed.json");

    private static async Task RotateAndRestartAsync(string template)
    {
        await using var fixture = await DeployedFixture.StartAsync(release: await Release.PathOfAsync(template));
        var secret = await fixture.CreateRoleWithSecretAsync("app", fixture.SuperuserArn);
        await fixture.CreateServiceAsync("api", secret);
        var restarted = fixture.NextRedeploymentAsync(
            _ => fixture.Sandbox.Calls.Snapshot()
                .Any(call => call.Operation == "UpdateService" && call.Caller == fixture.Redeployment.Name));

        var report = await fixture.RotateAsync(secret);

        report.Succeeded.ShouldBeTrue(report.Explanation);
        (await restarted).Succeeded.ShouldBeTrue();
        fixture.Deployment.Refusals.ShouldBeEmpty();
    }
}
