namespace RotationLambdas.Benchmarks.Measuring;

/// <summary>One figure, taken several times. The median is the one to quote: machines are noisy.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public void Add(double value) => _values.Add(value);

    public double Last => _values[^1];

    public double Median => _values.Order().ElementAt(_values.Count / 2);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(Median)} ({Text(_values.Min())}–{Text(_values.Max())})");

    private static string Text(double value) => value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
