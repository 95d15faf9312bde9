namespace Amazon.RDS.Model;

public class DescribeDBClustersRequest : AmazonRDSRequest
{
    public string DBClusterIdentifier { get; set; }
}
