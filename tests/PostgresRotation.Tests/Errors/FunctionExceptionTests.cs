namespace RotationLambdas.PostgresRotation.Tests.Errors;

public class FunctionExceptionTests
{
    [Fact]
    public void The_message_is_the_problem_and_then_the_remedy()
    {
        var error = new LoginRefusedException("The password is wrong.", "Correct it.");

        error.Problem.ShouldBe("The password is wrong.");
        error.Remedy.ShouldBe("Correct it.");
        error.Message.ShouldBe("The password is wrong. Correct it.");
    }

    [Fact]
    public void Every_error_is_sealed_and_in_the_folder_of_its_base()
    {
        var errors = typeof(FunctionException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FunctionException))).ToList();

        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(
            type => type.IsSealed && type.Namespace == typeof(FunctionException).Namespace && type.Name.EndsWith("Exception"));
    }
}
