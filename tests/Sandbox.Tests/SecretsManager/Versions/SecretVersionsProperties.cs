using FsCheck;
using FsCheck.Fluent;
using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.Tests.SecretsManager.Versions;

public sealed class SecretVersionsProperties
{
    private static readonly string[] Ids = ["1", "2", "3", "4"];
    private static readonly string[] StageNames = ["AWSCURRENT", "AWSPENDING", "AWSPREVIOUS", "blue"];

    [Fact]
    public void A_label_is_on_one_version_and_AWSCURRENT_always_on_one()
    {
        var property = Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ListOf(30).ToArbitrary(), choices =>
        {
            var versions = new SecretVersions("arn");
            versions.Put("0", new SecretContent("first"), [], DateTimeOffset.UnixEpoch);
            return choices.All(choice =>
            {
                Act(versions, choice);
                return StageNames.All(stage => versions.All.Count(version => version.Stages.Contains(stage)) <= 1)
                    && versions.Current is not null;
            });
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), property);
    }

    private static void Act(SecretVersions versions, int choice)
    {
        var (id, other, stage) = (Ids[choice % 4], Ids[choice / 4 % 4], StageNames[choice / 16 % 4]);
        try
        {
            switch (choice / 64 % 3)
            {
                case 0:
                    versions.Put(
                        id, new SecretContent($"value {choice / 192 % 2}"), choice % 2 == 0 ? [] : [stage], DateTimeOffset.UnixEpoch);
                    break;
                case 1:
                    versions.MoveStage(
                        stage, choice / 192 % 3 == 0 ? null : versions.Holder(stage)?.Id ?? other, choice / 576 % 3 == 0 ? null : id);
                    break;
                default:
                    if (versions.Find(id) is null)
                    {
                        versions.AddPending(id, null, DateTimeOffset.UnixEpoch);
                    }

                    break;
            }
        }
        catch (AwsServiceException)
        {
            // Refused: nothing may have changed, which the invariants show.
        }
    }
}
