using RotationLambdas.Demo.Scenarios;

namespace RotationLambdas.Demo;

internal static class KeptCommands
{
    public static IEnumerable<string> For(SandboxHost sandbox, IDatabaseServer database)
    {
        yield return $"export AWS_ENDPOINT_URL=http://{sandbox.Endpoint.Authority}";
        yield return $"export AWS_ACCESS_KEY_ID=demo AWS_SECRET_ACCESS_KEY=demo AWS_DEFAULT_REGION={sandbox.Options.Region}";
        yield return "aws secretsmanager rotate-secret --secret-id demo/orders";
        yield return "aws secretsmanager describe-secret --secret-id demo/orders";
        yield return "aws secretsmanager get-secret-value --secret-id demo/orders --query SecretString --output text";
        yield return $"aws ecs describe-services --cluster {DemoService.Cluster} --services orders audit reports";
        yield return $"aws ecs list-service-deployments --cluster {DemoService.Cluster} --service orders";
        yield return $"aws ecs list-tasks --cluster {DemoService.Cluster} --service-name orders";
        foreach (var queue in sandbox.Sqs.Queues)
        {
            yield return $"aws sqs get-queue-attributes --queue-url {queue.Url} --attribute-names All";
        }

        yield return $"PGSSLMODE=verify-full PGSSLROOTCERT={database.RootCertificateFile} "
            + $"psql -h {database.Host} -p {database.Port} -U orders_clone postgres";
    }
}
