using System.Xml.Linq;
using Amazon.RDS.Model;
using Amazon.Runtime.Internal;

namespace Amazon.RDS;

public class AmazonRDSClient : AmazonServiceClient, IAmazonRDS
{
    public AmazonRDSClient(AmazonRDSConfig config)
        : base(config)
    {
    }

    public AmazonRDSClient(AWSCredentials credentials, AmazonRDSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => RDSService.Instance;

    public virtual Task<DescribeDBClustersResponse> DescribeDBClustersAsync(
        DescribeDBClustersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(
            "DescribeDBClusters", "DBClusterIdentifier", request.DBClusterIdentifier, request, DescribeDBClustersResponse.Read,
            cancellationToken);

    public virtual Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(
        DescribeDBInstancesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(
            "DescribeDBInstances", "DBInstanceIdentifier", request.DBInstanceIdentifier, request, DescribeDBInstancesResponse.Read,
            cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);

    private Task<TResponse> CallAsync<TResponse>(
        string operation,
        string parameter,
        string value,
        AmazonRDSRequest request,
        Func<XElement, TResponse> read,
        CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = new QueryMarshaller(operation, parameter, value),
                ResponseUnmarshaller = new XmlReplyUnmarshaller<TResponse>(read),
            },
            cancellationToken);
}
