namespace RotationLambdas.PostgresRotation.Tests.Strategies;

public sealed class UserPairTests
{
    [Theory]
    [InlineData("app", "app", "app_clone")]
    [InlineData("app_clone", "app", "app_clone")]
    [InlineData("_clone", "_clone", "_clone_clone")]
    [InlineData("app_clone_clone", "app_clone", "app_clone_clone")]
    [InlineData("App \"x\" %", "App \"x\" %", "App \"x\" %_clone")]
    [InlineData("app_CLONE", "app_CLONE", "app_CLONE_clone")]
    public void The_suffix_marks_the_second_user(string user, string original, string alternate) =>
        UserPair.Of(user, "_clone").ShouldBe(new UserPair(original, alternate));

    [Fact]
    public void The_two_take_turns()
    {
        var pair = UserPair.Of("app", "_clone");

        pair.After("app").ShouldBe("app_clone");
        pair.After("app_clone").ShouldBe("app");
    }

    [Fact]
    public void The_second_name_may_have_63_bytes() => UserPair.Of(new string('u', 57), "_clone").Alternate.Length.ShouldBe(63);

    [Fact]
    public void A_longer_one_is_refused_because_PostgreSQL_would_cut_it() =>
        Should.Throw<RoleUnsuitableException>(() => UserPair.Of(new string('ü', 29), "_clone"))
            .Remedy.ShouldContain("ALTERNATE_USER_SUFFIX");
}
