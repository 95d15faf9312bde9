using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace RotationLambdas.Compat.Tests.Wire;

public class EventBridgeTests
{
    [Fact]
    public async Task Events_are_put_and_each_gets_an_answer_of_its_own()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok(
            """{"FailedEntryCount":1,"Entries":[{"EventId":"e1"},{"ErrorCode":"InternalFailure","ErrorMessage":"Later."}]}"""));
        using var client = new AmazonEventBridgeClient(ServiceStub.Credentials, service.Configure<AmazonEventBridgeConfig>());

        var reply = await client.PutEventsAsync(new PutEventsRequest
        {
            Entries =
            [
                new PutEventsRequestEntry { Source = "s", DetailType = "t", Detail = "{}" },
                new PutEventsRequestEntry { Source = "s", DetailType = "t", Detail = "{}", Resources = ["arn:r"] },
            ],
        });

        service.Request.Target.ShouldBe("AWSEvents.PutEvents");
        service.Request.Headers["Authorization"].ShouldContain("/eu-west-1/events/aws4_request");
        var first = service.Request.Json["Entries"]![0]!;
        ((string?)first["DetailType"]).ShouldBe("t");
        reply.FailedEntryCount.ShouldBe(1);
        reply.Entries[0].EventId.ShouldBe("e1");
        reply.Entries[1].ErrorMessage.ShouldBe("Later.");
    }
}
