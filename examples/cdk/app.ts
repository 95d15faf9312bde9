import { App, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { Function } from "aws-cdk-lib/aws-lambda";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";

// A secret of a CDK application, rotated by the function of a deployed RotationLambdas stack.
// cdk deploy --context rotationFunctionArn=arn:aws:lambda:... (the stack's output RotationFunctionArn)
const app = new App();
const stack = new Stack(app, "OrdersSecret");

const rotation = Function.fromFunctionAttributes(stack, "Rotation", {
  functionArn: app.node.tryGetContext("rotationFunctionArn") ?? "arn:aws:lambda:eu-west-1:123456789012:function:rotation-lambdas-PostgresRotation",
  // The stack's own permission lets Secrets Manager of this account invoke the function: CDK must add none.
  skipPermissions: true,
});

const secret = new Secret(stack, "Secret", {
  secretName: "orders/app",
  generateSecretString: {
    secretStringTemplate: JSON.stringify({ engine: "postgres", host: "db.example.internal", dbname: "orders", username: "app" }),
    generateStringKey: "password",
    // The same characters as ExcludeCharacters of the RotationLambdas stack.
    excludeCharacters: ":/@\"'\\",
  },
});

secret.addRotationSchedule("Schedule", {
  rotationLambda: rotation,
  automaticallyAfter: Duration.days(30),
  // The generated password is not the database's yet: set it there first.
  rotateImmediatelyOnUpdate: false,
});

new CfnOutput(stack, "SecretArn", { value: secret.secretArn });
