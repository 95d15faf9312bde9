namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>Ways in which people leave secret and database apart, and how the next rotation brings them together.</summary>
/// <param name="alternating">Whether two users alternate.</param>
public abstract class MistakesByHand(bool alternating)
{
    [Theory]
    [InlineData("createSecret", false)]
    [InlineData("setSecret", false)]
    [InlineData("testSecret", false)]
    [InlineData("createSecret", true)]
    [InlineData("setSecret", true)]
    [InlineData("testSecret", true)]
    public async Task A_rotation_after_a_cancelled_one_without_AWSPENDING_succeeds(string step, bool rotatedBefore)
    {
        await using var person = await Operator.StartAsync(alternating);
        if (rotatedBefore)
        {
            await person.Fixture.RotateWithSuccessAsync(person.Secret);
        }

        await person.CancelAfterAsync(step);
        if (alternating)
        {
            var current = await person.Fixture.ValueAsync(person.Secret);
            (await person.Fixture.Database.AcceptsAsync(current.User, current.Password)).ShouldBeTrue("it works throughout");
        }

        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task A_rotation_stopped_after_setSecret_is_finished()
    {
        await using var person = await Operator.StartAsync(alternating);
        var before = await person.Fixture.ValueAsync(person.Secret);
        var version = await person.RotateUntilAsync("setSecret");

        (await person.RetryAsync()).VersionId.ShouldBe(version);

        await person.ShouldHaveMovedOnFromAsync(before);
    }

    [Fact]
    public async Task A_pending_value_overwritten_by_hand_after_setSecret_is_survived()
    {
        await using var person = await Operator.StartAsync(alternating);
        var value = await person.Fixture.ValueAsync(person.Secret);
        var next = value with { User = alternating ? "app_clone" : "app", Password = "by hand" };

        await person.RotateUntilAsync("setSecret", _ => person.Overwrite("AWSPENDING", next));
        (await person.Fixture.Database.AcceptsAsync("app", Operator.FirstPassword))
            .ShouldBe(alternating, "setSecret has to have been effective");
        await person.Fixture.ForgetPendingAsync(person.Secret);

        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task Only_AWSPREVIOUS_works_and_the_next_rotation_succeeds()
    {
        await using var person = await Operator.StartAsync(alternating);
        await person.OverwriteAsync("AWSCURRENT", "written into the secret alone");

        await person.ShouldRotateAsync();
    }
}
