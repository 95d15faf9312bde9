namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>The template as a release carries it: deploy/flatten.py, which needs Python with PyYAML (part of cfn-lint).</summary>
public class ReleasedTemplateTests
{
    [Trait("Needs", "cfn-lint")]
    [ToolFact("cfn-lint")]
    public void It_fits_in_a_request_and_deploys_the_zips_beside_it()
    {
        var text = Flattened();
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThan(51_200);
        var stack = StackTemplate.Parse(text).Resolve(ExampleStack.Settings, ExampleStack.EverythingOn);
        stack.Functions.Select(function => function.CodeUri).ShouldBe(["PostgresRotation-arm64.zip", "EcsRedeployment-arm64.zip"]);
    }

    [Trait("Needs", "cfn-lint")]
    [ToolFact("cfn-lint")]
    public void It_is_the_same_stack_as_the_template_of_the_sources()
    {
        var released = StackTemplate.Parse(Flattened());
        foreach (var parameters in new[] { ExampleStack.Required, ExampleStack.EverythingOn, new() { ["Functions"] = "redeployment" } })
        {
            Resources(released, parameters).ShouldBe(Resources(ExampleStack.Template, parameters));
        }
    }

    [Trait("Needs", "cfn-lint")]
    [ToolFact("cfn-lint")]
    public async Task What_the_SAM_transform_makes_of_it_is_clean()
    {
        var folder = Directory.CreateTempSubdirectory("transform-");
        try
        {
            var transformed = Path.Combine(folder.FullName, "transformed.json");
            var processed = await Command.RunAsync(
                "python3", [Repository.PathOf("deploy", "process.py"), Repository.PathOf("template.yaml"), "x86_64"],
                ("AWS_DEFAULT_REGION", "eu-west-1"));
            processed.Code.ShouldBe(0, processed.Output);
            await File.WriteAllTextAsync(transformed, processed.Output);

            var lint = await Command.RunAsync("cfn-lint", [transformed], ("AWS_DEFAULT_REGION", "eu-west-1"));
            (lint.Code, lint.Output.Trim()).ShouldBe((0, ""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Resources(StackTemplate template, Dictionary<string, string> parameters)
    {
        var stack = template.Resolve(ExampleStack.Settings, parameters);
        var suffix = stack.Queues[0].Name.Split('-')[^1];
        foreach (var (_, resource) in stack.Resources)
        {
            var properties = resource!["Properties"]!.AsObject();
            properties.Remove("CodeUri");
            if ((string?)resource["Type"] is "AWS::Events::Rule" or "AWS::IAM::Role")
            {
                properties.Remove("Description");
            }

            if (properties["DashboardBody"] is { } body)
            {
                properties["DashboardBody"] = JsonNode.Parse(body.GetValue<string>());
            }
        }

        return [.. stack.Resources.Select(
            one => $"{one.Key}: {one.Value!.ToJsonString()}".Replace(suffix, "suffix", StringComparison.Ordinal))];
    }

    private static string Flattened()
    {
        var command = Command.Run(
            "python3",
            [
                Repository.PathOf("deploy", "flatten.py"), Repository.PathOf("template.yaml"),
                "PostgresRotationFunction=PostgresRotation-arm64.zip", "EcsRedeploymentFunction=EcsRedeployment-arm64.zip",
            ]);
        command.Code.ShouldBe(0, command.Errors);
        return command.Answer;
    }
}
