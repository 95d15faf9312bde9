namespace Amazon.RDS;

public partial class AmazonRDSClient
{
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

    private Task<TResponse> CallAsync<TResponse>(
        string operation,
        string parameter,
        string value,
        AmazonRDSRequest request,
        Func<XmlElement, TResponse> read,
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
