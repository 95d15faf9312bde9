using Xunit.Abstractions;

[assembly: TestCollectionOrderer("RotationLambdas.EndToEnd.Tests.Fixtures.CollectionOrderer", "EndToEnd.Tests")]

namespace RotationLambdas.EndToEnd.Tests.Fixtures;

/// <summary>Begins with what takes longest. PostgresRotation is packaged first, so the tests of EcsRedeployment come second.</summary>
public sealed class CollectionOrderer : ITestCollectionOrderer
{
    private const string Others = "";
    private static readonly string[] Order =
    [
        "ContinuousLoginTests", "HostileInputTests", "FaultMatrixTests", Others, "BadValueTests", "RedeploymentFaultTests",
        "TenThousandServicesTests", "RedeploymentTests", "PolicyEnforcementTests", "RedeploymentAgainstMotoTests", "StacksTests",
        "ReleaseTests",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Rank(collection.DisplayName.Split('.')[^1]));

    private static int Rank(string test) => Array.IndexOf(Order, Order.Contains(test) ? test : Others);
}
