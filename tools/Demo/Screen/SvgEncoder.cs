using Spectre.Console;
using Spectre.Console.Rendering;

namespace RotationLambdas.Demo.Screen;

/// <summary>Draws what a console showed as an SVG picture, for the README.</summary>
internal sealed class SvgEncoder : IAnsiConsoleEncoder
{
    private const double CellWidth = 8.4;
    private const int LineHeight = 18;
    private const int Margin = 16;
    private const string Foreground = "#d0d0d0";

    public string Encode(IAnsiConsole console, IEnumerable<IRenderable> renderable)
    {
        var options = RenderOptions.Create(console);
        var lines = Segment.SplitLines(renderable.SelectMany(one => one.Render(options, console.Profile.Width)));
        var body = new StringBuilder();
        for (var row = 0; row < lines.Count; row++)
        {
            Draw(body, lines[row], Margin + ((row + 1) * LineHeight));
        }

        var width = Number((console.Profile.Width * CellWidth) + (2 * Margin));
        var height = Number((lines.Count * LineHeight) + (2.5 * Margin));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
                font-family="monospace" font-size="14" fill="{Foreground}">
            <rect width="{width}" height="{height}" rx="8" fill="#1b1d23"/>
            {body}</svg>

            """;
    }

    private static void Draw(StringBuilder body, IReadOnlyList<Segment> line, int y)
    {
        var column = 0;
        foreach (var segment in line)
        {
            var cells = segment.CellCount();
            if (!string.IsNullOrWhiteSpace(segment.Text))
            {
                // textLength keeps columns in line with any monospace font the reader has.
                body.Append(CultureInfo.InvariantCulture, $"<text xml:space=\"preserve\" x=\"{Number(Margin + (column * CellWidth))}\" ")
                    .Append(CultureInfo.InvariantCulture,
                        $"y=\"{y}\" textLength=\"{Number(cells * CellWidth)}\"{Attributes(segment.Style)}>")
                    .Append(WebUtility.HtmlEncode(segment.Text)).Append("</text>\n");
            }

            column += cells;
        }
    }

    private static string Attributes(Style style)
    {
        var color = style.Foreground == Color.Default ? "" : $" fill=\"#{style.Foreground.ToHex()}\"";
        return style.Decoration.HasFlag(Decoration.Bold) ? color + " font-weight=\"bold\"" : color;
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
