using Amazon.CodeDeploy;

namespace RotationLambdas.Compat.Tests.Wire;

public class CodeDeployTests
{
    [Fact]
    public async Task A_deployment_s_revision_is_read_and_deployed_anew()
    {
        await using var service = await ServiceStub.AnsweringAsync(
            Reply.Ok(
                """
                {"deploymentInfo":{"applicationName":"shop","deploymentGroupName":"blue","deploymentId":"d-1","status":"Succeeded",
                 "revision":{"revisionType":"AppSpecContent","appSpecContent":{"sha256":"ab"}}}}
                """),
            Reply.Ok(
                """
                {"applicationName":"shop","revision":{"revisionType":"AppSpecContent","appSpecContent":{"content":"{}","sha256":"ab"}}}
                """),
            Reply.Ok("""{"deploymentId":"d-2"}"""), Reply.Ok("""{"deployments":["d-1"]}"""));
        using var client = new AmazonCodeDeployClient(ServiceStub.Credentials, service.Configure<AmazonCodeDeployConfig>());

        var info = (await client.GetDeploymentAsync(new() { DeploymentId = "d-1" })).DeploymentInfo;
        var found = await client.GetApplicationRevisionAsync(new() { ApplicationName = info.ApplicationName, Revision = info.Revision });
        var created = await client.CreateDeploymentAsync(new()
        {
            ApplicationName = "shop", DeploymentGroupName = info.DeploymentGroupName, Revision = found.Revision, Description = "why",
        });

        var listed = await client.ListDeploymentsAsync(new()
        {
            ApplicationName = "shop", DeploymentGroupName = "blue",
            CreateTimeRange = new() { Start = DateTime.UnixEpoch.AddSeconds(5) },
        });

        listed.Deployments.ShouldBe(["d-1"]);
        info.Status.ShouldBe(DeploymentStatus.Succeeded);
        created.DeploymentId.ShouldBe("d-2");
        var requests = service.Requests.ToList();
        requests[0].Headers["Authorization"].ShouldContain("/eu-west-1/codedeploy/aws4_request");
        requests.Select(request => request.Target.Split('.')[1]).ShouldBe(
            ["GetDeployment", "GetApplicationRevision", "CreateDeployment", "ListDeployments"]);
        ((double)requests[3].Json["createTimeRange"]!["start"]!).ShouldBe(5);
        requests[0].Target.ShouldStartWith("CodeDeploy_20141006.");
        requests[1].Body.ShouldBe(
            """{"applicationName":"shop","revision":{"appSpecContent":{"sha256":"ab"},"revisionType":"AppSpecContent"}}""");
        ((string?)requests[2].Json["revision"]!["appSpecContent"]!["content"]).ShouldBe("{}");
    }
}
