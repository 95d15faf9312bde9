namespace Amazon.RDS.Model;

public class DescribeDBInstancesRequest : AmazonRDSRequest
{
    public string DBInstanceIdentifier { get; set; }
}
