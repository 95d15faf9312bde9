using System.Xml.Linq;

namespace Amazon.RDS.Model;

public class Endpoint
{
    public string Address { get; set; }

    public int? Port { get; set; }

    internal static Endpoint Read(XElement xml) => new() { Address = xml.Text("Address"), Port = xml.Int("Port") };
}
