using System.Xml;

namespace Amazon.RDS;

/// <summary>An element of a reply. Members are found in any namespace; what is absent reads as null.</summary>
internal sealed class XmlElement
{
    private readonly List<XmlElement> _children = [];

    internal string Name { get; private init; }

    internal string Value { get; private set; } = string.Empty;

    internal IReadOnlyList<XmlElement> Children => _children;

    internal static XmlElement Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream);
        var open = new Stack<XmlElement>([new XmlElement()]);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var element = new XmlElement { Name = reader.LocalName };
                open.Peek()._children.Add(element);
                if (!reader.IsEmptyElement)
                {
                    open.Push(element);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                open.Pop();
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                open.Peek().Value += reader.Value;
            }
        }

        return open.Peek().Children[0];
    }

    internal XmlElement Child(string name) => _children.Find(element => element.Name == name);

    internal string Text(string name) => Child(name)?.Value;

    internal int? Int(string name) => Child(name) is { } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;

    internal List<T> List<T>(string name, Func<XmlElement, T> read) => Child(name)?._children.ConvertAll(child => read(child));
}
