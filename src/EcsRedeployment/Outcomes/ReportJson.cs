using System.Text;
using System.Text.Json;
using RotationLambdas.EcsRedeployment.Planning;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>Writes reports as JSON: for events, and for answers to requests by hand. docs/events.md has samples.</summary>
internal static class ReportJson
{
    /// <summary>An event holds 256 KB; a service takes up to about two.</summary>
    public const int MostServices = 50;

    /// <summary>Writes something to a text.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes the members of a secret's report.</summary>
    public static void WriteSecret(Utf8JsonWriter json, SecretReport secret, DateTimeOffset now, int mostServices)
    {
        json.WriteString("secret", secret.Origin.Change.Arn);
        WriteIfAny(json, "currentVersion", secret.CurrentVersion);
        json.WriteString("state", secret.State.ToString());
        if (secret.ChangedAt is { } changedAt)
        {
            json.WriteString("changedAt", changedAt);
            json.WriteNumber("secondsSinceChange", Math.Round((now - changedAt).TotalSeconds));
        }

        json.WriteStartObject("counts");
        foreach (var state in Enum.GetValues<ServiceState>())
        {
            json.WriteNumber(state.ToString(), secret.CountOf(state));
        }

        json.WriteEndObject();
        json.WriteStartArray("services");
        foreach (var service in secret.Services.Take(mostServices))
        {
            json.WriteStartObject();
            WriteService(json, service);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("servicesLeftOut", Math.Max(0, secret.Services.Count - mostServices));
    }

    /// <summary>Writes the members of a service's report.</summary>
    public static void WriteService(Utf8JsonWriter json, ServiceReport service)
    {
        var (plan, result) = (service.Result.Plan, service.Result);
        json.WriteString("service", plan.Service.Arn);
        json.WriteString("cluster", plan.Service.Cluster);
        json.WriteString("state", service.State.ToString());
        json.WriteString("decision", plan.Decision.ToString());
        json.WriteString("reason", plan.Reason.ToString());
        json.WriteString("explanation", ReasonText.Of(plan.Reason));
        WriteIfAny(json, "message", result.Message);
        WriteIfAny(json, "deploymentId", result.DeploymentId);
        WriteIfAny(json, "ecsSays", service.Cause?.Quoted);
        WriteIfAny(json, "likelyCause", service.Cause?.Likely);
        if (plan.Warnings.Count == 0)
        {
            return;
        }

        json.WriteStartArray("warnings");
        foreach (var warning in plan.Warnings)
        {
            json.WriteStartObject();
            json.WriteString("kind", warning.Kind.ToString());
            json.WriteString("subject", warning.Subject);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
