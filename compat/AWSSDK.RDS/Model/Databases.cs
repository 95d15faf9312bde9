namespace Amazon.RDS.Model;

public class DescribeDBClustersRequest : AmazonRDSRequest
{
    public string DBClusterIdentifier { get; set; }
}

public class DescribeDBClustersResponse : AmazonWebServiceResponse
{
    public List<DBCluster> DBClusters { get; set; }

    internal static DescribeDBClustersResponse Read(XmlElement xml) => new() { DBClusters = xml.List("DBClusters", DBCluster.Read) };
}

public class DescribeDBInstancesRequest : AmazonRDSRequest
{
    public string DBInstanceIdentifier { get; set; }
}

public class DescribeDBInstancesResponse : AmazonWebServiceResponse
{
    public List<DBInstance> DBInstances { get; set; }

    internal static DescribeDBInstancesResponse Read(XmlElement xml) => new() { DBInstances = xml.List("DBInstances", DBInstance.Read) };
}

public class DBCluster
{
    public string Endpoint { get; set; }
    public string Engine { get; set; }
    public MasterUserSecret MasterUserSecret { get; set; }
    public int? Port { get; set; }

    internal static DBCluster Read(XmlElement xml) => new()
    {
        Endpoint = xml.Text("Endpoint"),
        Engine = xml.Text("Engine"),
        MasterUserSecret = MasterUserSecret.Read(xml.Child("MasterUserSecret")),
        Port = xml.Int("Port"),
    };
}

public class DBInstance
{
    public Endpoint Endpoint { get; set; }
    public string Engine { get; set; }
    public MasterUserSecret MasterUserSecret { get; set; }

    internal static DBInstance Read(XmlElement xml) => new()
    {
        Endpoint = xml.Child("Endpoint") is { } endpoint ? Endpoint.Read(endpoint) : null,
        Engine = xml.Text("Engine"),
        MasterUserSecret = MasterUserSecret.Read(xml.Child("MasterUserSecret")),
    };
}

public class Endpoint
{
    public string Address { get; set; }
    public int? Port { get; set; }

    internal static Endpoint Read(XmlElement xml) => new() { Address = xml.Text("Address"), Port = xml.Int("Port") };
}

public class MasterUserSecret
{
    public string SecretArn { get; set; }

    internal static MasterUserSecret Read(XmlElement xml) => xml is null ? null : new() { SecretArn = xml.Text("SecretArn") };
}
