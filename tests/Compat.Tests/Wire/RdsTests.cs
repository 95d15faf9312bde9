using Amazon.RDS;
using Amazon.RDS.Model;

namespace RotationLambdas.Compat.Tests.Wire;

public class RdsTests
{
    private const string InstanceArn = "arn:aws:rds:eu-west-1:123456789012:db:orders";

    [Fact]
    public async Task An_instance_is_asked_for_with_a_form_and_read_from_XML()
    {
        await using var service = await ServiceStub.AnsweringAsync(Xml(200, """
            <DescribeDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBInstancesResult><DBInstances><DBInstance>
            <Endpoint><Address>orders.abc.eu-west-1.rds.amazonaws.com</Address><Port>6432</Port></Endpoint><Engine>postgres</Engine>
            <MasterUserSecret><SecretArn>arn:s</SecretArn><SecretStatus>active</SecretStatus></MasterUserSecret>
            </DBInstance></DBInstances></DescribeDBInstancesResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeDBInstancesResponse>
            """));

        var reply = await Client(service).DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = InstanceArn });

        service.Request.Body.ShouldBe(
            $"Action=DescribeDBInstances&DBInstanceIdentifier={Uri.EscapeDataString(InstanceArn)}&Version=2014-10-31");
        service.Request.Headers["Content-Type"].ShouldStartWith("application/x-www-form-urlencoded");
        service.Request.Headers["Authorization"].ShouldContain("/eu-west-1/rds/aws4_request");
        var instance = reply.DBInstances.ShouldHaveSingleItem();
        (instance.Endpoint.Address, instance.Endpoint.Port).ShouldBe(("orders.abc.eu-west-1.rds.amazonaws.com", 6432));
        (instance.Engine, instance.MasterUserSecret.SecretArn).ShouldBe(("postgres", "arn:s"));
    }

    [Fact]
    public async Task A_cluster_without_an_endpoint_or_a_secret_has_neither()
    {
        await using var service = await ServiceStub.AnsweringAsync(Xml(200, """
            <DescribeDBClustersResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBClustersResult><DBClusters><DBCluster>
            <Port>5432</Port></DBCluster></DBClusters></DescribeDBClustersResult></DescribeDBClustersResponse>
            """));

        var reply = await Client(service).DescribeDBClustersAsync(new DescribeDBClustersRequest { DBClusterIdentifier = "c" });

        service.Request.Body.ShouldBe("Action=DescribeDBClusters&DBClusterIdentifier=c&Version=2014-10-31");
        var cluster = reply.DBClusters.ShouldHaveSingleItem();
        (cluster.Endpoint, cluster.MasterUserSecret, cluster.Port).ShouldBe((null, null, 5432));
    }

    [Theory]
    [InlineData(404,
        "<ErrorResponse><Error><Type>Sender</Type><Code>DBInstanceNotFound</Code><Message>Missing.</Message></Error></ErrorResponse>",
        "DBInstanceNotFound", "Missing.")]
    [InlineData(503, "<html>busy", null, null)]
    public async Task An_error_has_its_code_where_the_answer_has_one(int status, string body, string? code, string? message)
    {
        await using var service = await ServiceStub.AnsweringAsync(Xml(status, body));

        var error = await Should.ThrowAsync<AmazonRDSException>(
            () => Client(service).DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = InstanceArn }));

        (error.StatusCode, error.ErrorCode).ShouldBe(((HttpStatusCode)status, code));
        if (message is not null)
        {
            error.Message.ShouldBe(message);
        }
    }

    private static Reply Xml(int status, string body) => new(status, body, "text/xml");

    private static AmazonRDSClient Client(ServiceStub service) => new(ServiceStub.Credentials, service.Configure<AmazonRDSConfig>());
}
