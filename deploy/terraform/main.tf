# Both functions from the zips of a release, without CloudFormation. The alarms and dashboards of template.yaml are not part of this module.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.37"
    }
  }
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}
data "aws_region" "this" {}

locals {
  account  = data.aws_caller_identity.this.account_id
  part     = data.aws_partition.this.partition
  region   = data.aws_region.this.name
  prefixes = [for prefix in var.secret_name_prefixes : prefix == "*" ? "" : prefix]
  secrets  = [for prefix in local.prefixes : "arn:${local.part}:secretsmanager:${local.region}:${local.account}:secret:${prefix}*"]
  rotation = "arn:${local.part}:lambda:${local.region}:${local.account}:function:${var.name}-PostgresRotation"
  # Superusers whose secrets RDS manages: RDS has the address of their server.
  has_rds_superuser = anytrue([for arn in var.superuser_secret_arns : strcontains(arn, ":rds!")])
  rules = {
    label      = { source = ["aws.secretsmanager"], detail-type = ["Secret Label Updated"], detail = { name = [for one in local.prefixes : { prefix = one }] } }
    recorded   = { source = ["aws.secretsmanager"], detail-type = ["AWS Service Event via CloudTrail", "AWS API Call via CloudTrail"], detail = { eventName = ["RotationSucceeded", "PutSecretValue", "UpdateSecret", "UpdateSecretVersionStage"] } }
    deployment = { source = ["aws.ecs"], detail-type = ["ECS Deployment State Change"], detail = { eventName = ["SERVICE_DEPLOYMENT_COMPLETED", "SERVICE_DEPLOYMENT_FAILED"] } }
  }
}

data "aws_iam_policy_document" "lambda" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_cloudwatch_log_group" "function" {
  for_each          = toset(["PostgresRotation", "EcsRedeployment"])
  name_prefix       = "${var.name}-${each.key}-"
  retention_in_days = 90
}

# The statements are those of template.yaml: a test compares them. docs/reference/iam.md explains each.
data "aws_iam_policy_document" "rotation" {
  statement {
    sid = "RotateSecretsOfThisFunction"
    actions = [
      "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:ListSecretVersionIds", "secretsmanager:PutSecretValue",
      "secretsmanager:UpdateSecretVersionStage",
    ]
    resources = local.secrets
    condition {
      test     = "StringEquals"
      variable = "secretsmanager:resource/AllowRotationLambdaArn"
      values   = [local.rotation]
    }
  }

  dynamic "statement" {
    for_each = length(var.kms_key_arns) == 0 ? [] : [1]
    content {
      sid       = "UseKeysOfTheSecrets"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = var.kms_key_arns
      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["secretsmanager.${local.region}.${data.aws_partition.this.dns_suffix}"]
      }
      condition {
        test     = "StringLike"
        variable = "kms:EncryptionContext:SecretARN"
        values   = local.secrets
      }
    }
  }

  dynamic "statement" {
    for_each = length(var.superuser_secret_arns) == 0 ? [] : [1]
    content {
      sid       = "ReadSuperuserSecret"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = var.superuser_secret_arns
    }
  }

  dynamic "statement" {
    for_each = local.has_rds_superuser ? [1] : []
    content {
      sid       = "ReadTagsOfSuperuserSecret"
      actions   = ["secretsmanager:DescribeSecret"]
      resources = var.superuser_secret_arns
    }
  }

  dynamic "statement" {
    for_each = local.has_rds_superuser ? [1] : []
    content {
      sid     = "FindServerOfSuperuser"
      actions = ["rds:DescribeDBClusters", "rds:DescribeDBInstances"]
      resources = [
        "arn:${local.part}:rds:${local.region}:${local.account}:cluster:*",
        "arn:${local.part}:rds:${local.region}:${local.account}:db:*",
      ]
    }
  }

  dynamic "statement" {
    for_each = length(var.superuser_kms_key_arns) == 0 ? [] : [1]
    content {
      sid       = "UseKeyOfSuperuserSecret"
      actions   = ["kms:Decrypt"]
      resources = var.superuser_kms_key_arns
      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["secretsmanager.${local.region}.${data.aws_partition.this.dns_suffix}"]
      }
      condition {
        test     = "StringEquals"
        variable = "kms:EncryptionContext:SecretARN"
        values   = var.superuser_secret_arns
      }
    }
  }

  dynamic "statement" {
    for_each = startswith(var.trust_settings, "arn:") ? [1] : []
    content {
      sid       = "ReadTrustSettings"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = [var.trust_settings]
    }
  }

  statement {
    sid       = "LambdaReadsNetwork"
    actions   = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"]
    resources = ["*"]
  }

  statement {
    sid       = "LambdaAttachesToNetwork"
    actions   = ["ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses"]
    resources = ["arn:${local.part}:ec2:${local.region}:*:*/*"]
  }

  statement {
    sid    = "CodeLeavesNetworkAlone"
    effect = "Deny"
    actions = [
      "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
    ]
    resources = ["*"]
    condition {
      test     = "ArnEquals"
      variable = "lambda:SourceFunctionArn"
      values   = [local.rotation]
    }
  }

  statement {
    sid       = "WriteOwnLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.function["PostgresRotation"].arn}:*"]
  }
}

resource "aws_iam_role" "rotation" {
  name_prefix        = "rotation-"
  assume_role_policy = data.aws_iam_policy_document.lambda.json
}

resource "aws_iam_role_policy" "rotation" {
  role   = aws_iam_role.rotation.id
  policy = data.aws_iam_policy_document.rotation.json
}

resource "aws_lambda_function" "rotation" {
  function_name    = "${var.name}-PostgresRotation"
  role             = aws_iam_role.rotation.arn
  filename         = "${var.packages}/PostgresRotation-${var.architecture}.zip"
  source_code_hash = filebase64sha256("${var.packages}/PostgresRotation-${var.architecture}.zip")
  # Native code in a file named bootstrap: provided.al2023 runs it, and needs no newer provider as dotnet10 does (6.27).
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  architectures = [var.architecture]
  memory_size   = 512
  timeout       = 60

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = var.security_group_ids
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.function["PostgresRotation"].name
  }

  environment {
    variables = merge({
      SUPERUSER_SECRET_ARN = join(",", var.superuser_secret_arns)
      TRUST_SETTINGS       = var.trust_settings
      METRICS_NAMESPACE    = "RotationLambdas/${var.name}"
    }, var.rotation_environment)
  }

  depends_on = [aws_iam_role_policy.rotation]
}

resource "aws_lambda_permission" "rotation" {
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.rotation.function_name
  principal      = "secretsmanager.amazonaws.com"
  source_account = local.account
}
