namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class ChangeLookupTests
{
    [Fact]
    public void A_service_is_concerned_by_what_it_refers_to_once_each()
    {
        var (db, other, third) = (Change(), ChangeOf("other-AbC123", "other"), ChangeOf("third-AbC123", "third"));
        var tags = ServiceTags.Read([new("rotation:secrets", "other")], Home);
        var service = Stale(
            Reference(), Reference("/aws/reference/secretsmanager/db"), Reference($"{SecretArn}:password::")) with
        { Tags = tags };

        new ChangeLookup([db, other, third]).For(service).ShouldBe([db, other]);
    }

    [Fact]
    public void A_change_that_has_one_key_twice_is_found_once()
    {
        var change = Change();
        change = change with { Keys = [change.Keys[1], change.Keys[1]] };

        new ChangeLookup([change]).For(Stale(Reference("/aws/reference/secretsmanager/db"))).ShouldBe([change]);
    }
}
