using System.Diagnostics.CodeAnalysis;

namespace RotationLambdas.Shared;

/// <summary>Where an AWS resource lives.</summary>
/// <param name="Partition">`aws`, `aws-cn`, `aws-us-gov` and so on.</param>
/// <param name="Region">Such as `eu-west-1`; empty for global resources.</param>
/// <param name="Account">Twelve digits; empty for resources without one.</param>
internal sealed record Location(string Partition, string Region, string Account);

/// <summary>A parsed Amazon Resource Name: `arn:partition:service:region:account:resource`, where the resource may hold further colons
/// (AWS General Reference, "Amazon Resource Names").</summary>
internal sealed record Arn(Location Location, string Service, string Resource)
{
    private const int PartCount = 6;

    public static bool TryParse(string? text, [NotNullWhen(true)] out Arn? arn)
    {
        arn = null;
        if (text is null || !text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return false;
        }

        var parts = text.Split(':', PartCount);
        if (parts.Length < PartCount || parts[1].Length == 0 || parts[2].Length == 0 || parts[5].Length == 0)
        {
            return false;
        }

        arn = new Arn(new Location(parts[1], parts[3], parts[4]), parts[2], parts[5]);
        return true;
    }

    /// <summary>The same resource as it would be called in another Region: the ARN of a secret's replica.</summary>
    public Arn InRegion(string region) => this with { Location = Location with { Region = region } };

    public override string ToString() => $"arn:{Location.Partition}:{Service}:{Location.Region}:{Location.Account}:{Resource}";
}
