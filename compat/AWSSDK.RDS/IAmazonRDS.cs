namespace Amazon.RDS;

public partial interface IAmazonRDS
{
    Task<DescribeDBClustersResponse> DescribeDBClustersAsync(
        DescribeDBClustersRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(
        DescribeDBInstancesRequest request, CancellationToken cancellationToken = default);
}
