using System.Xml.Linq;

namespace Amazon.RDS.Model;

public class DescribeDBInstancesResponse : AmazonWebServiceResponse
{
    public List<DBInstance> DBInstances { get; set; }

    internal static DescribeDBInstancesResponse Read(XElement xml) => new() { DBInstances = xml.List("DBInstances", DBInstance.Read) };
}
