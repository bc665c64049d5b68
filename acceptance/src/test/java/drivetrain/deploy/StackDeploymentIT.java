package drivetrain.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    /** Moto passes the metadata over, with what is included there. */
    private static final String TEMPLATE = """
            Metadata:
              Note:
                Fn::Transform: {Name: AWS::Include, Parameters: {Location: note.json}}
            Parameters:
              Queue: {Type: String}
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: !Sub "${AWS::StackName}-orders"
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
              Letters:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Ref Queue
            """;
    private static final String NOTE = "{\"Text\": \"uploaded\"}";
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
        assumeTrue(moto.isPresent(), "Python hasn't moto here: pip install moto[server]");
        stack = test.getTestMethod().orElseThrow().getName();
        Files.writeString(folder.resolve("note.json"), NOTE);
        var place = moto.orElseThrow().place();
        s3 = place.configure(S3Client.builder(), http).forcePathStyle(true).build();
        stacks = place.configure(CloudFormationClient.builder(), http).build();
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
        deployment.run(template(), Map.of("Queue", "from-a-parameter"));

        assertThat(progress).contains("1 files are uploaded", stack + ": CREATE_COMPLETE");
        assertThat(s3.listObjectsV2(list -> list.bucket("artifacts")).contents())
                .anyMatch(object -> s3.getObjectAsBytes(
                        get -> get.bucket("artifacts").key(object.key())).asUtf8String()
                        .equals(NOTE));
        try (Aws aws = new Aws(moto.orElseThrow().place(),
                Optional.of(StackResources.of(moto.orElseThrow().place(), stack)))) {
            assertThat(aws.table("Orders")).isEqualTo(stack + "-orders");
            assertThat(aws.dynamoDb().listTables().tableNames()).contains(stack + "-orders");
            assertThat(aws.queue("Letters")).endsWith("/from-a-parameter");
            assertThatThrownBy(() -> aws.table("Invoices"))
                    .hasMessageContaining("For the TABLE Invoices there are []");
        }
    }

    @Test
    void updatesAStackThatIsThere() throws IOException {
        deployment.run(template(), Map.of("Queue", "before-the-update"));

        deployment.run(template(), Map.of("Queue", "after-the-update"));

        assertThat(progress).contains(stack + ": UPDATE_COMPLETE");
        assertThat(stacks.describeStacks(it -> it.stackName(stack)).stacks().getFirst()
                .parameters()).extracting(parameter -> parameter.parameterValue())
                .containsExactly("after-the-update");
    }

    private PackagedTemplate template() throws IOException {
        return PackagedTemplate
                .read(Files.writeString(folder.resolve("template.yaml"), TEMPLATE));
    }
}
