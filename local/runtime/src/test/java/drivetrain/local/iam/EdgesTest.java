package drivetrain.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import drivetrain.local.template.SamApplication;
import drivetrain.local.template.TemplateException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What AWS's services do by themselves, with the permissions that SAM adds and those it doesn't. */
class EdgesTest {
    private static final String QUEUE_POLICY = """
            FailuresPolicy:
              Type: AWS::SQS::QueuePolicy
              Properties:
                Queues: [!Ref Failures]
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Principal: {Service: events.amazonaws.com}
                      Action: sqs:SendMessage
                      Resource: !GetAtt Failures.Arn
                      Condition: {ArnEquals: {aws:SourceArn: !GetAtt %s.Arn}}
            """;

    @TempDir
    private Path folder;

    @Test
    void samGrantsWhatEventsRoutesAndDestinationsOfAFunctionNeed() {
        assertThat(missing(ShopTemplate.with(folder, """
                EventInvokeConfig:
                  DestinationConfig:
                    OnFailure: {Type: SQS, Destination: !GetAtt Failures.Arn}
                Events:
                  Get: {Type: Api, Properties: {Path: "/orders/{id}", Method: get}}
                  Placed: {Type: EventBridgeRule, Properties: {Pattern: {source: [shop]}}}
                  Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
                  Daily: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
                  Changes:
                    Type: DynamoDB
                    Properties:
                      Stream: !GetAtt Orders.StreamArn
                      StartingPosition: LATEST
                      DestinationConfig:
                        OnFailure: {Type: SQS, Destination: !GetAtt Failures.Arn}
                  Work: {Type: SQS, Properties: {Queue: !GetAtt Failures.Arn}}
                """, ""))).isEmpty();
    }

    @Test
    void whatInvokesAnAliasMustBeLetInThere() {
        String properties = """
                AutoPublishAlias: live
                Events:
                  Placed: {Type: EventBridgeRule, Properties: {Pattern: {source: [shop]}}}
                """;
        String rule = """
                Cancelled:
                  Type: AWS::Events::Rule
                  Properties:
                    EventPattern: {source: [shop]}
                    Targets: [{Id: sell, Arn: !Ref Sell.Alias}]
                MayInvoke:
                  Type: AWS::Lambda::Permission
                  Properties:
                    FunctionName: !Ref %s
                    Action: lambda:InvokeFunction
                    Principal: events.amazonaws.com
                    SourceArn: !GetAtt Cancelled.Arn
                """;

        assertThat(missing(ShopTemplate.with(folder, properties, rule.formatted("Sell.Alias"))))
                .isEmpty();
        assertThat(missing(ShopTemplate.with(folder, properties, rule.formatted("Sell"))))
                .singleElement().asString().contains("events.amazonaws.com may not "
                        + "lambda:InvokeFunction on arn:aws:lambda:eu-central-1:000000000000:"
                        + "function:app-Sell:live for ");
    }

    @Test
    void aDestinationWhoseKindIsNotSaidIsNotGranted() {
        assertThat(missing(ShopTemplate.with(folder, """
                EventInvokeConfig:
                  DestinationConfig:
                    OnFailure: {Destination: !GetAtt Failures.Arn}
                """, ""))).singleElement().asString()
                .startsWith("template.yaml:22: the role of ").contains("app-Sell may not "
                        + "sqs:SendMessage on arn:aws:sqs:eu-central-1:000000000000:app-Failures");
    }

    @Test
    void aDeadLetterQueueMustLetTheRuleIn() {
        String events = """
                Events:
                  Placed:
                    Type: EventBridgeRule
                    Properties:
                      Pattern: {source: [shop]}
                      EventBusName: !Ref Bus
                      DeadLetterConfig: {Arn: !GetAtt Failures.Arn}
                  Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
                """;

        assertThat(missing(ShopTemplate.with(folder, events, ""))).singleElement().asString()
                .contains("events.amazonaws.com may not sqs:SendMessage on ")
                .contains(":rule/shop/app-SellPlaced; its AWS::SQS::QueuePolicy is missing");
        assertThat(missing(
                ShopTemplate.with(folder, events, QUEUE_POLICY.formatted("SellPlaced"))))
                .isEmpty();
        assertThat(missing(
                ShopTemplate.with(folder, events, QUEUE_POLICY.formatted("SellNightly"))))
                .as("the policy speaks of another rule").hasSize(1);
    }

    @Test
    void aRuleOfItsOwnNeedsAPermissionForAFunctionAndARoleForAWorkflow() {
        String rule = """
                Rule:
                  Type: AWS::Events::Rule
                  Properties:
                    EventPattern: {source: [shop]}
                    Targets:
                      - {Id: sell, Arn: !GetAtt Sell.Arn}
                      - {Id: flow, Arn: !Ref Flow%s}
                """;
        String granting = """
                Permission:
                  Type: AWS::Lambda::Permission
                  Properties:
                    FunctionName: !Ref Sell
                    Action: lambda:InvokeFunction
                    Principal: events.amazonaws.com
                    SourceArn: !GetAtt Rule.Arn
                Starter:
                  Type: AWS::IAM::Role
                  Properties:
                    AssumeRolePolicyDocument: {}
                    Policies:
                      - PolicyName: start
                        PolicyDocument:
                          Statement:
                            - Effect: Allow
                              Action: states:StartExecution
                              Resource: !Ref Flow
                """;

        assertThat(missing(ShopTemplate.with(folder, "", rule.formatted("")))).hasSize(2)
                .anyMatch(problem -> problem.contains("AWS::Lambda::Permission is missing"))
                .anyMatch(problem -> problem.contains("may not states:StartExecution"));
        assertThat(missing(ShopTemplate.with(folder, "",
                rule.formatted(", RoleArn: !GetAtt Starter.Arn") + granting))).isEmpty();
    }

    private static List<String> missing(SamApplication application) {
        Permissions permissions = Permissions.of(application, grant -> true);
        TemplateException refused = catchThrowableOfType(TemplateException.class,
                () -> permissions.checkEdges(application));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Object::toString).toList();
    }
}
