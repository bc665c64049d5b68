package drivetrain.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import drivetrain.acceptance.Aws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Upload and change sets, against moto. */
class StackDeploymentIT {
    private static final String INCLUDED = """
            BillingMode: PAY_PER_REQUEST
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
            """;
    private static final String TEMPLATE = """
            Parameters:
              Queue: {Type: String, Default: first}
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  Fn::Transform:
                    Name: AWS::Include
                    Parameters:
                      Location: table.yaml
              Letters:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Ref Queue
            """;
    private static Optional<MotoServer> moto = Optional.empty();

    @TempDir
    private Path folder;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final List<String> progress = new ArrayList<>();
    private String stack;
    private S3Client s3;
    private CloudFormationClient stacks;
    private StackDeployment deployment;

    @BeforeAll
    static void start() {
        moto = MotoServer.start();
    }

    @AfterAll
    static void stop() {
        moto.ifPresent(MotoServer::close);
    }

    @BeforeEach
    void connect(TestInfo test) throws IOException {
        assumeThat(moto).as("moto, which Python hasn't here: pip install moto[server]")
                .isPresent();
        Files.writeString(folder.resolve("table.yaml"), INCLUDED);
        var place = moto.orElseThrow().place();
        s3 = place.configure(S3Client.builder(), http).forcePathStyle(true).build();
        stacks = place.configure(CloudFormationClient.builder(), http).build();
        stack = test.getTestMethod().orElseThrow().getName();
        deployment = new StackDeployment(stacks,
                new ArtifactBucket(s3, place.region(), "artifacts"), stack, progress::add);
    }

    @AfterEach
    void disconnect() {
        if (moto.isPresent()) {
            s3.close();
            stacks.close();
        }
        http.close();
    }

    @Test
    void createsAStackOfWhatIsUploaded() throws IOException {
        deployment.run(template(TEMPLATE), Map.of("Queue", "from-a-parameter"));

        assertThat(progress).contains("1 files are uploaded", stack + ": CREATE_COMPLETE");
        try (Aws aws = new Aws(moto.orElseThrow().place(),
                Optional.of(StackResources.of(moto.orElseThrow().place(), stack)))) {
            assertThat(aws.dynamoDb().describeTable(it -> it.tableName(aws.table("Orders")))
                    .table().keySchema().getFirst().attributeName()).isEqualTo("id");
            assertThat(aws.queue("Letters")).endsWith("/from-a-parameter");
            assertThatThrownBy(() -> aws.table("Invoices"))
                    .hasMessageContaining("For the TABLE Invoices there are []");
        }
    }

    @Test
    void updatesAStackThatIsThere() throws IOException {
        deployment.run(template(TEMPLATE), Map.of("Queue", "update-1"));

        deployment.run(template(TEMPLATE), Map.of("Queue", "update-2"));

        assertThat(progress).contains(stack + ": UPDATE_COMPLETE");
        assertThat(StackResources.summaries(stacks, stack)
                .map(resource -> resource.physicalResourceId())).anyMatch(
                        id -> id.endsWith("update-2"));
    }

    private PackagedTemplate template(String text) throws IOException {
        return PackagedTemplate.read(Files.writeString(folder.resolve("template.yaml"), text));
    }
}
