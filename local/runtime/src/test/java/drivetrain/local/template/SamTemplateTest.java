package drivetrain.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamTemplateTest {
    @TempDir
    private Path folder;

    @Test
    void resolvesNamesAndReferencesOfAWholeApplication() throws IOException {
        SamApplication shop = load("""
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Runtime: java25
                    Timeout: 10
                    Environment: {Variables: {LEVEL: info, SHARED: "yes"}}
                Resources:
                  Orders:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      BillingMode: PAY_PER_REQUEST
                      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                      KeySchema: [{AttributeName: id, KeyType: HASH}]
                      StreamSpecification: {StreamViewType: NEW_IMAGE}
                      TimeToLiveSpecification: {AttributeName: expiresAt, Enabled: true}
                      Tags: [{Key: a, Value: b}]
                  Failures:
                    Type: AWS::SQS::Queue
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      VisibilityTimeout: 60
                      RedrivePolicy: {deadLetterTargetArn: !GetAtt Failures.Arn, maxReceiveCount: 3}
                  Publish:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: shop.zip
                      Handler: shop.Publish
                      ReservedConcurrentExecutions: 2
                      Environment:
                        Variables: {LEVEL: debug, TABLE: !Ref Orders, QUEUE: !Ref Work}
                      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Failures.Arn}
                      Events:
                        Stream:
                          Type: DynamoDB
                          Properties:
                            Stream: !GetAtt Orders.StreamArn
                            StartingPosition: TRIM_HORIZON
                            BatchSize: 10
                            MaximumRetryAttempts: 5
                            BisectBatchOnFunctionError: true
                            FunctionResponseTypes: [ReportBatchItemFailures]
                            FilterCriteria: {Filters: [{Pattern: '{"eventName":["INSERT"]}'}]}
                            DestinationConfig: {OnFailure: {Destination: !GetAtt Failures.Arn}}
                        Messages:
                          Type: SQS
                          Properties:
                            Queue: !GetAtt Work.Arn
                            ScalingConfig: {MaximumConcurrency: 4}
                        Placed:
                          Type: EventBridgeRule
                          Properties:
                            Pattern: {source: [shop]}
                            DeadLetterConfig: {Arn: !GetAtt Failures.Arn}
                            InputPath: $.detail
                        Nightly:
                          Type: Schedule
                          Properties: {Schedule: rate(1 day)}
                Outputs:
                  TableName: {Value: !Sub "${Orders}!"}
                """);

        FunctionResource publish = shop.functions().getFirst();
        StreamMapping stream = shop.streamMappings().getFirst();
        QueueMapping messages = shop.queueMappings().getFirst();
        RuleTarget target = shop.rules().getFirst().targets().getFirst();
        assertThat(publish.name()).isEqualTo("test-Publish");
        assertThat(publish.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(publish.reservedConcurrency()).hasValue(2);
        assertThat(publish.environment()).containsOnly(Map.entry("LEVEL", "debug"),
                Map.entry("SHARED", "yes"), Map.entry("TABLE", "test-Orders"),
                Map.entry("QUEUE", "http://127.0.0.1:4566/000000000000/test-Work"));
        assertThat(publish.async().deadLetterArn())
                .hasValue("arn:aws:sqs:eu-central-1:000000000000:test-Failures");
        assertThat(stream.tableName()).isEqualTo("test-Orders");
        assertThat(stream.filters().getFirst()).hasToString("{\"eventName\":[\"INSERT\"]}");
        assertThat(stream.maximumRetryAttempts()).hasValue(5);
        assertThat(stream.maximumRecordAge()).isEmpty();
        assertThat(messages.maximumConcurrency()).hasValue(4);
        assertThat(target.arn()).isEqualTo(publish.arn());
        assertThat(target.input()).isEqualTo(new RuleTarget.PartOfEvent("$.detail"));
        assertThat(shop.schedules().getFirst().expression()).isEqualTo("rate(1 day)");
        assertThat(shop.tables().getFirst().timeToLiveAttribute()).hasValue("expiresAt");
        assertThat(shop.tables().getFirst().createTable().path("StreamSpecification"))
                .hasToString("{\"StreamEnabled\":true,\"StreamViewType\":\"NEW_IMAGE\"}");
        assertThat(shop.queues()).extracting(queue -> queue.redrive().map(
                QueueResource.Redrive::maxReceiveCount).orElse(0)).containsExactly(0, 3);
        assertThat(shop.outputs()).containsEntry("TableName", "test-Orders!");
    }

    @Test
    void evaluatesEveryIntrinsicFunction() throws IOException {
        SamApplication application = load("""
                Transform: AWS::Serverless-2016-10-31
                Parameters:
                  Stage: {Type: String, Default: test, AllowedValues: [test, live]}
                  Zones: {Type: CommaDelimitedList, Default: "a, b,c"}
                Mappings:
                  Sizes: {test: {memory: 256}, live: {memory: 1024}}
                Conditions:
                  IsLive: !Equals [!Ref Stage, live]
                  IsTest: !Not [!Condition IsLive]
                  Both: !And [!Condition IsLive, !Condition IsTest]
                  Either: !Or [!Condition IsLive, !Condition IsTest]
                Resources:
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: shop.zip
                      Handler: shop.Work
                      Runtime: java25
                      MemorySize: !FindInMap [Sizes, !Ref Stage, memory]
                      Timeout: !If [Either, 7, 8]
                      Environment:
                        Variables:
                          JOIN: !Join ["-", [x, !Ref Stage, !Select [1, !Ref Zones]]]
                          SPLIT: !Select [1, !Split [".", "p.q"]]
                          SUB: !Sub ["${a}/${AWS::Region}/${!kept}/${Bus.Arn}", {a: !Ref Stage}]
                          LONG: {"Fn::Join": ["", [l, {Ref: Stage}]]}
                          GONE: !If [Both, x, !Ref AWS::NoValue]
                          ENCODED: !Base64 hello
                          SECRET: "{{resolve:secretsmanager:stripe:SecretString:key}}"
                          ROLE: !GetAtt WorkRole.Arn
                  Bus:
                    Type: AWS::Events::EventBus
                    Properties: {Name: main}
                  OnlyLive:
                    Type: AWS::SQS::Queue
                    Condition: IsLive
                """);

        assertThat(application.queues()).isEmpty();
        assertThat(application.functions().getFirst().memoryMegabytes()).isEqualTo(256);
        assertThat(application.functions().getFirst().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(application.functions().getFirst().environment()).containsOnly(
                Map.entry("JOIN", "x-test-b"), Map.entry("SPLIT", "q"),
                Map.entry("SUB", "test/eu-central-1/${kept}/"
                        + "arn:aws:events:eu-central-1:000000000000:event-bus/main"),
                Map.entry("LONG", "ltest"), Map.entry("ENCODED", "aGVsbG8="),
                Map.entry("SECRET", "sk_test"),
                Map.entry("ROLE", "arn:aws:iam::000000000000:role/test-WorkRole"));
    }

    @Test
    void reportsEveryProblemWithItsLine() throws IOException {
        List<String> problems = problems("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Topic:
                    Type: AWS::ECS::Cluster
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: missing.zip
                      Handler: shop.Work
                      Runtime: java25
                      Timeout: 901
                      Layers: [x]
                      Environment:
                        Variables:
                          TABLE: !Ref Nowhere
                      Events:
                        Upload:
                          Type: S3
                          Properties: {Bucket: x}
                  Queue:
                    Type: AWS::SQS::Queue
                    DependsOn: Nothing
                    Properties:
                      RedrivePolicy: {deadLetterTargetArn: arn:aws:sqs:x:y:z, maxReceiveCount: 1}
                      Shape: round
                """);

        assertThat(problems).containsExactlyInAnyOrder(
                "template.yaml:4: the local runtime doesn't support AWS::ECS::Cluster (Topic)",
                "template.yaml:8: AWS::Serverless::Function Work names a package that doesn't "
                        + "exist: missing.zip; build it first",
                "template.yaml:11: AWS::Serverless::Function Work: Timeout must be a whole number "
                        + "from 1 to 900",
                "template.yaml:12: AWS::Serverless::Function Work: Layers isn't supported by the "
                        + "local runtime",
                "template.yaml:15: Ref of Nowhere: there is no such thing",
                "template.yaml:18: the local runtime doesn't support events of type S3",
                "template.yaml:22: Queue depends on what isn't a resource",
                "template.yaml:25: AWS::SQS::Queue Queue: Shape isn't supported by the local "
                        + "runtime",
                "template.yaml:24: arn:aws:sqs:x:y:z isn't a function, queue, stream, workflow or "
                        + "bus of the template");
    }

    @Test
    void includesFilesAndResolvesWhatTheyRefer() throws IOException {
        Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.0.3
                paths:
                  /orders:
                    post:
                      x-amazon-apigateway-integration:
                        type: aws_proxy
                        uri:
                          Fn::Sub: functions/${Work.Arn}/invocations
                """);
        Files.writeString(folder.resolve("flow.asl.json"), """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Work}",
                 "End": true, "Comment": "${Other}"}}}
                """);
        SamApplication application = load("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Api:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: v1
                      DefinitionBody:
                        Fn::Transform: {Name: AWS::Include, Parameters: {Location: api.yaml}}
                      MethodSettings:
                        - {HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 50,
                           ThrottlingBurstLimit: 100}
                        - {HttpMethod: POST, ResourcePath: '/~1orders', ThrottlingRateLimit: 2.5}
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: shop.zip
                      Handler: shop.Work
                      Runtime: java25
                      Events:
                        Post:
                          Type: Api
                          Properties: {Path: /orders, Method: post, RestApiId: !Ref Api}
                  Flow:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionUri: flow.asl.json
                      DefinitionSubstitutions: {Work: !GetAtt Work.Arn}
                """);

        ApiResource api = application.apis().getFirst();
        String arn = application.functions().getFirst().arn();
        assertThat(api.definition().at("/paths/~1orders/post").findValue("uri").asText())
                .isEqualTo("functions/" + arn + "/invocations");
        assertThat(api.throttling()).isEqualTo(new ApiResource.Throttling(50, 100));
        assertThat(api.methodThrottling().get("POST /orders").ratePerSecond()).isEqualTo(2.5);
        assertThat(application.workflows().getFirst().definition().at("/States/A/Resource")
                .asText()).isEqualTo(arn);
        assertThat(application.workflows().getFirst().definition().at("/States/A/Comment")
                .asText()).isEqualTo("${Other}");
    }

    @Test
    void makesTheImplicitApiFromEvents() throws IOException {
        SamApplication application = load("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: shop.zip
                      Handler: shop.Work
                      Runtime: java25
                      Events:
                        Get: {Type: Api, Properties: {Path: '/a/{id}', Method: get}}
                        Put: {Type: Api, Properties: {Path: '/a/{id}', Method: put}}
                """);

        ApiResource api = application.apis().getFirst();
        assertThat(api.stage()).isEqualTo("Prod");
        assertThat(api.definition().at("/paths/~1a~1{id}").properties())
                .extracting(Map.Entry::getKey).containsExactly("get", "put");
    }

    @Test
    void checksParameters() throws IOException {
        List<String> problems = problems("""
                Parameters:
                  Name: {Type: String, AllowedPattern: '[a-z]+', Default: X1}
                  Count: {Type: Number, MaxValue: 5, Default: 6}
                  Needed: {Type: String}
                Resources:
                  Queue: {Type: AWS::SQS::Queue}
                """);

        assertThat(problems).containsExactlyInAnyOrder(
                "template.yaml:2: Parameter Name doesn't match [a-z]+",
                "template.yaml:3: Parameter Count is more than 5",
                "template.yaml:4: Parameter Needed has no default; give a value with "
                        + "--param Needed=…");
    }

    @Test
    void saysWhereTheYamlIsBroken() throws IOException {
        List<String> problems = problems("Resources:\n  A: [1, 2\n  B: x\n");

        assertThat(problems).singleElement().asString().startsWith("template.yaml:3: isn't valid");
    }

    @Test
    void refusesKeysThatAreThereTwiceAndConditionsInACircle() throws IOException {
        assertThat(problems("Resources: {}\nResources: {}\n"))
                .containsExactly("template.yaml:2: the key Resources is there twice");
        assertThat(problems("""
                Conditions:
                  A: !Not [!Condition B]
                  B: !Not [!Condition A]
                Resources: {}
                """)).singleElement().asString().contains("depends on itself");
    }

    private SamApplication load(String template) throws IOException {
        Files.writeString(folder.resolve("shop.zip"), "");
        Path file = Files.writeString(folder.resolve("template.yaml"), template);
        return SamTemplate.load(file,
                new TemplateOptions("test", "eu-central-1", "000000000000",
                        URI.create("http://127.0.0.1:4566"), Map.of(), Map.of(),
                        Map.of("secretsmanager:stripe:SecretString:key", "sk_test")));
    }

    private List<String> problems(String template) {
        TemplateException thrown = catchThrowableOfType(TemplateException.class,
                () -> load(template));
        return thrown.problems().stream().map(TemplateProblem::toString).toList();
    }
}
