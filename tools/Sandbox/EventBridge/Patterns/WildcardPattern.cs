namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>A text with <c>*</c> for any run of characters, none included; <c>\*</c> and <c>\\</c> stand for themselves.</summary>
internal sealed class WildcardPattern
{
    private readonly List<char?> _symbols = [];

    public WildcardPattern(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
                _symbols.Add(i < pattern.Length && pattern[i] is '*' or '\\'
                    ? pattern[i]
                    : throw new InvalidEventPatternException("Invalid escape character at pos " + (i - 1)));
            }
            else
            {
                _symbols.Add(pattern[i] == '*' ? null : pattern[i]);
            }
        }
    }

    public bool Matches(string text)
    {
        // Greedy with one step back to the last star: linear for what rules hold in practice, and no regular expression is built of
        // foreign text.
        var (at, symbol, star, resume) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (symbol < _symbols.Count && _symbols[symbol] is { } literal && literal == text[at])
            {
                at++;
                symbol++;
            }
            else if (symbol < _symbols.Count && _symbols[symbol] is null)
            {
                (star, resume) = (symbol++, at);
            }
            else if (star >= 0)
            {
                (symbol, at) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return _symbols.Skip(symbol).All(static rest => rest is null);
    }
}
