using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;

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
                 "createTime":1700000000.5,"revision":{"revisionType":"AppSpecContent","appSpecContent":{"sha256":"ab"}}}}
                """),
            Reply.Ok(
                """{"applicationName":"shop","revision":{"revisionType":"AppSpecContent","appSpecContent":{"content":"{}","sha256":"ab"}}}"""),
            Reply.Ok("""{"deploymentId":"d-2"}"""));
        using var client = Client(service.Url);

        var info = (await client.GetDeploymentAsync(new() { DeploymentId = "d-1" })).DeploymentInfo;
        var found = await client.GetApplicationRevisionAsync(new() { ApplicationName = info.ApplicationName, Revision = info.Revision });
        var created = await client.CreateDeploymentAsync(new()
        {
            ApplicationName = "shop", DeploymentGroupName = info.DeploymentGroupName, Revision = found.Revision, Description = "why",
        });

        info.Status.ShouldBe(DeploymentStatus.Succeeded);
        info.CreateTime.ShouldBe(DateTime.UnixEpoch.AddSeconds(1700000000.5));
        created.DeploymentId.ShouldBe("d-2");
        var requests = service.Requests.ToList();
        requests[0].Headers["Authorization"].ShouldContain("/eu-west-1/codedeploy/aws4_request");
        requests.Select(request => request.Target)
            .ShouldBe(
                ["CodeDeploy_20141006.GetDeployment", "CodeDeploy_20141006.GetApplicationRevision",
                    "CodeDeploy_20141006.CreateDeployment"]);
        requests[1].Body.ShouldBe(
            """{"applicationName":"shop","revision":{"appSpecContent":{"sha256":"ab"},"revisionType":"AppSpecContent"}}""");
        ((string?)requests[2].Json["revision"]!["appSpecContent"]!["content"]).ShouldBe("{}");
    }

    [Fact]
    public async Task A_limit_on_deployments_is_an_exception_of_its_own_type()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Error("DeploymentLimitExceededException", "One at a time."));
        using var client = Client(service.Url);

        var error = await Should.ThrowAsync<DeploymentLimitExceededException>(() => client.CreateDeploymentAsync(new()));

        error.Message.ShouldBe("One at a time.");
    }

    private static AmazonCodeDeployClient Client(string url) => new(
        ServiceStub.Credentials, new AmazonCodeDeployConfig { ServiceURL = url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
}
