using System.Xml.Linq;

namespace Amazon.RDS.Model;

public class DescribeDBClustersResponse : AmazonWebServiceResponse
{
    public List<DBCluster> DBClusters { get; set; }

    internal static DescribeDBClustersResponse Read(XElement xml) => new() { DBClusters = xml.List("DBClusters", DBCluster.Read) };
}
