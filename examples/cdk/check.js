// What CDK makes of app.ts: a rotation by the deployed function, not at once, and nothing else of Lambda.
const assert = require("node:assert");
const { Resources } = require("./cdk.out/OrdersSecret.template.json");

const types = Object.values(Resources).map((resource) => resource.Type);
const schedule = Object.values(Resources).find((resource) => resource.Type === "AWS::SecretsManager::RotationSchedule").Properties;
assert.match(schedule.RotationLambdaARN, /:function:rotation-lambdas-PostgresRotation$/);
assert.strictEqual(schedule.RotateImmediatelyOnUpdate, false);
assert.ok(!types.some((type) => type.startsWith("AWS::Lambda::")), `CDK adds ${types}`);
