resource "aws_sqs_queue" "dead_letters" {
  name_prefix               = "${var.name}-dead-letters-"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue" "events" {
  name_prefix                = "${var.name}-events-"
  visibility_timeout_seconds = 3900
  sqs_managed_sse_enabled    = true
  redrive_policy             = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead_letters.arn, maxReceiveCount = 5 })
}

data "aws_iam_policy_document" "queue" {
  for_each = { events = aws_sqs_queue.events.arn, dead_letters = aws_sqs_queue.dead_letters.arn }

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [each.value]
    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.part}:events:${local.region}:${local.account}:rule/${substr(var.name, 0, 28)}-*"]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage"]
    resources = [each.value]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "queue" {
  for_each  = { events = aws_sqs_queue.events.url, dead_letters = aws_sqs_queue.dead_letters.url }
  queue_url = each.value
  policy    = data.aws_iam_policy_document.queue[each.key].json
}

resource "aws_cloudwatch_event_rule" "event" {
  for_each      = local.rules
  name_prefix   = "${substr(var.name, 0, 28)}-"
  event_pattern = jsonencode(each.value)
}

resource "aws_cloudwatch_event_rule" "sweep" {
  name_prefix         = "${substr(var.name, 0, 28)}-"
  schedule_expression = "rate(1 hour)"
}

resource "aws_cloudwatch_event_target" "queue" {
  for_each = merge({ for key, rule in aws_cloudwatch_event_rule.event : key => rule.name }, { sweep = aws_cloudwatch_event_rule.sweep.name })
  rule     = each.value
  arn      = aws_sqs_queue.events.arn

  dead_letter_config {
    arn = aws_sqs_queue.dead_letters.arn
  }
}

data "aws_iam_policy_document" "redeployment" {
  statement {
    sid       = "FindClusters"
    actions   = ["ecs:ListClusters"]
    resources = ["*"]
  }

  statement {
    sid       = "FindServicesAndTasks"
    actions   = ["ecs:ListServices", "ecs:ListTasks"]
    resources = ["*"]
    dynamic "condition" {
      for_each = length(var.ecs_clusters) == 0 ? [] : [1]
      content {
        test     = "StringLike"
        variable = "ecs:cluster"
        values   = [for name in var.ecs_clusters : "arn:*:cluster/${name}"]
      }
    }
  }

  statement {
    sid       = "ReadTaskDefinitions"
    actions   = ["ecs:DescribeTaskDefinition"]
    resources = ["*"]
  }

  statement {
    sid     = "RestartServices"
    actions = ["ecs:DescribeServices", "ecs:DescribeTasks", "ecs:StopTask", "ecs:UpdateService"]
    resources = [
      "arn:${local.part}:ecs:${local.region}:${local.account}:service/*",
      "arn:${local.part}:ecs:${local.region}:${local.account}:task/*",
    ]
    dynamic "condition" {
      for_each = length(var.ecs_clusters) == 0 ? [] : [1]
      content {
        test     = "StringLike"
        variable = "ecs:cluster"
        values   = [for name in var.ecs_clusters : "arn:*:cluster/${name}"]
      }
    }
  }

  statement {
    sid     = "ReadDeploymentHistory"
    actions = ["ecs:DescribeServiceDeployments", "ecs:ListServiceDeployments"]
    resources = [
      "arn:${local.part}:ecs:${local.region}:${local.account}:service/*",
      "arn:${local.part}:ecs:${local.region}:${local.account}:service-deployment/*",
    ]
  }

  statement {
    sid       = "FindSecrets"
    actions   = ["secretsmanager:ListSecrets"]
    resources = ["*"]
  }

  statement {
    sid       = "ReadSecretMetadata"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:ListSecretVersionIds"]
    resources = local.secrets
  }

  statement {
    sid       = "PublishOutcomes"
    actions   = ["events:PutEvents"]
    resources = ["arn:${local.part}:events:${local.region}:${local.account}:event-bus/default"]
    condition {
      test     = "StringEquals"
      variable = "events:source"
      values   = ["rotation-lambdas"]
    }
  }

  statement {
    sid       = "ReceiveFromQueue"
    actions   = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"]
    resources = [aws_sqs_queue.events.arn]
  }

  dynamic "statement" {
    for_each = var.code_deploy_services == "deploy" ? [1] : []
    content {
      sid = "DeployWithCodeDeploy"
      actions = [
        "codedeploy:CreateDeployment", "codedeploy:GetApplicationRevision", "codedeploy:GetDeployment", "codedeploy:GetDeploymentConfig",
        "codedeploy:ListDeployments", "codedeploy:RegisterApplicationRevision",
      ]
      resources = ["arn:${local.part}:codedeploy:${local.region}:${local.account}:*"]
    }
  }

  statement {
    sid       = "SendToOwnQueue"
    actions   = ["sqs:ChangeMessageVisibility", "sqs:SendMessage"]
    resources = [aws_sqs_queue.events.arn]
  }

  statement {
    sid       = "WriteOwnLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.function["EcsRedeployment"].arn}:*"]
  }
}

resource "aws_iam_role" "redeployment" {
  name_prefix        = "redeployment-"
  assume_role_policy = data.aws_iam_policy_document.lambda.json
}

resource "aws_iam_role_policy" "redeployment" {
  role   = aws_iam_role.redeployment.id
  policy = data.aws_iam_policy_document.redeployment.json
}

resource "aws_lambda_function" "redeployment" {
  function_name    = "${var.name}-EcsRedeployment"
  role             = aws_iam_role.redeployment.arn
  filename         = "${var.packages}/EcsRedeployment-${var.architecture}.zip"
  source_code_hash = filebase64sha256("${var.packages}/EcsRedeployment-${var.architecture}.zip")
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [var.architecture]
  memory_size      = 512
  timeout          = 600

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.function["EcsRedeployment"].name
  }

  environment {
    variables = merge({
      DRY_RUN              = tostring(var.dry_run)
      SECRET_NAME_PREFIXES = join(",", var.secret_name_prefixes)
      ECS_CLUSTERS         = join(",", var.ecs_clusters)
      CODE_DEPLOY_SERVICES = var.code_deploy_services
      QUEUE_URL            = aws_sqs_queue.events.url
      METRICS_NAMESPACE    = "RotationLambdas/${var.name}"
    }, var.redeployment_environment)
  }
}

resource "aws_lambda_event_source_mapping" "redeployment" {
  function_name                      = aws_lambda_function.redeployment.arn
  event_source_arn                   = aws_sqs_queue.events.arn
  batch_size                         = 100
  maximum_batching_window_in_seconds = 30
  function_response_types            = ["ReportBatchItemFailures"]

  scaling_config {
    maximum_concurrency = 2
  }

  depends_on = [aws_iam_role_policy.redeployment]
}
