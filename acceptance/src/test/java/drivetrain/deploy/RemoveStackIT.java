package drivetrain.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drivetrain.acceptance.AwsPlace;
import drivetrain.acceptance.LocalSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** {@code scripts/remove-stack}, against moto. */
class RemoveStackIT {
    private static final String TEMPLATE = """
            Parameters:
              CarrierSecret: {Type: String}
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: !Sub "${AWS::StackName}-Orders-1AB2CD3EF4GH"
                  DeletionProtectionEnabled: true
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
              Retained:
                Type: AWS::DynamoDB::Table
                DeletionPolicy: Retain
                Properties:
                  TableName: !Sub "${AWS::StackName}-Retained-1AB2CD3EF4GH"
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
              Letters:
                Type: AWS::SQS::Queue
                Properties: {QueueName: !Sub "${AWS::StackName}-letters"}
              Logs:
                Type: AWS::Logs::LogGroup
                DeletionPolicy: Retain
                Properties: {LogGroupName: !Sub "/${AWS::StackName}/orders"}
              Files:
                Type: AWS::S3::Bucket
                Properties: {BucketName: !Sub "${AWS::StackName}-files"}
            """;
    private static final String LONG = "mvn verify -Dlong: the command line starts some hundred times";
    /** Few things to look at: the script calls the command line for each. */
    private static final String SMALL_TEMPLATE = """
            Parameters:
              CarrierSecret: {Type: String}
            Resources:
              Topic:
                Type: AWS::SNS::Topic
            """;
    private static Optional<MotoServer> moto = Optional.empty();

    @TempDir
    private Path folder;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private AwsPlace place;
    private String stack;
    private CloudFormationClient stacks;
    private DynamoDbClient tables;
    private S3Client buckets;
    private SecretsManagerClient secrets;

    private record Answer(int status, String text) {}

    @BeforeAll
    static void start() {
        moto = MotoServer.start();
    }

    @AfterAll
    static void stop() {
        moto.ifPresent(MotoServer::close);
    }

    @BeforeEach
    void connect(TestInfo test) throws Exception {
        assumeTrue(moto.isPresent(), "Python hasn't moto here: pip install moto[server]");
        assumeTrue(runs("aws", "--version"), "the aws command line isn't on this machine");
        stack = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        place = moto.orElseThrow().place();
        stacks = place.configure(CloudFormationClient.builder(), http).build();
        tables = place.configure(DynamoDbClient.builder(), http).build();
        buckets = place.configure(S3Client.builder(), http).forcePathStyle(true).build();
        secrets = place.configure(SecretsManagerClient.builder(), http).build();
    }

    @AfterEach
    void disconnect() {
        http.close();
    }

    @Test
    void saysWhatItIsCalledWith() throws Exception {
        assertThat(removeStack("--help").text()).startsWith("usage: scripts/remove-stack");
        assertThat(removeStack()).extracting(Answer::status).isEqualTo(2);
        assertThat(removeStack("a", "b").text()).startsWith("One stack at a time, not a and b.");
        assertThat(removeStack("a", "--force").text()).startsWith("There is no option --force.");
    }

    @Test
    void saysThatThereIsNoSuchStack() throws Exception {
        assertThat(removeStack(stack, "--yes")).isEqualTo(new Answer(1,
                "There is no stack " + stack + " in " + place.region()
                        + " of account 123456789012.\n"));
    }

    @Test
    void saysThatNobodyIsSignedIn() throws Exception {
        Map<String, String> nobody = Map.of("AWS_ACCESS_KEY_ID", "", "AWS_SECRET_ACCESS_KEY", "",
                "AWS_EC2_METADATA_DISABLED", "true", "HOME", folder.toString());

        Answer answer = removeStack(nobody, "", stack, "--yes");

        assertThat(answer.text()).startsWith("AWS doesn't know who you are");
        assertThat(answer.status()).isEqualTo(1);
    }

    @Test
    void leavesAStackAloneThatIsProtectedAgainstTermination() throws Exception {
        stacks.createStack(it -> it.stackName(stack).enableTerminationProtection(true)
                .templateBody("Resources: {Topic: {Type: AWS::SNS::Topic}}"));

        Answer answer = removeStack(stack, "--yes", "--with-data");

        assertThat(answer.text()).contains("--no-enable-termination-protection");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(isThere(stack)).isTrue();
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = ".*", disabledReason = LONG)
    void removesAStackThatHoldsNothingOnceItsTablesMayGo() throws Exception {
        create(stack, TEMPLATE, stack + "/carrier");

        Answer refused = removeStack(stack, "--yes");
        assertThat(refused.text()).contains("Tables are protected against deletion",
                "Nothing was removed.").doesNotContain("These hold something");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(isThere(stack)).isTrue();

        tables.updateTable(update -> update.tableName(table("Orders"))
                .deletionProtectionEnabled(false));
        Answer answer = removeStack(Map.of(), stack + "\n", stack);
        assertThat(answer.text()).contains("The stack " + stack + " is gone.",
                "Left behind: the table " + table("Retained"),
                "Left behind: the log group /" + stack + "/orders");
        assertThat(answer.status()).isZero();
        assertThat(isThere(stack)).isFalse();
        assertThat(tables.listTables().tableNames()).contains(table("Retained"))
                .doesNotContain(table("Orders"));
    }

    @Test
    void wantsTheNameOfTheStackTyped() throws Exception {
        create(stack, SMALL_TEMPLATE, stack + "/carrier");

        Answer answer = removeStack(Map.of(), "another\n", stack);

        assertThat(answer.text()).endsWith("Nothing was removed.\n");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(isThere(stack)).isTrue();
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = ".*", disabledReason = LONG)
    void losesNothingWithoutConsentAndEverythingWithIt() throws Exception {
        create(stack, TEMPLATE, stack + "/carrier");
        fill();
        String replaced = stack + "-Orders-9ZY8XW7VU6TS";
        String others = stack + "-dev-Orders-9ZY8XW7VU6TS";
        createTable(replaced);
        createTable(others);
        secrets.createSecret(it -> it.name(stack + "/carrier").secretString("key"));

        Answer dry = removeStack(stack, "--dry-run", "--with-data");
        assertThat(dry.status()).isZero();
        assertThat(dry.text()).contains("table      " + table("Orders") + ": items",
                "bucket     " + stack + "-files: objects", "queue      " + stack + "-letters: mess",
                "logs       /" + stack + "/orders: lines", "deletion protection of table",
                replaced + ", which the stack once replaced, is deleted",
                "the secret " + stack + "/carrier (--with-secrets)", "A dry run")
                .doesNotContain(others);
        assertThat(removeStack(stack, "--yes").text()).contains("Something would be lost.")
                .endsWith("Nothing was removed.\n");
        assertThat(isThere(stack)).isTrue();
        assertThat(isProtected("Orders")).as("protection is switched off by consent only")
                .isTrue();

        Answer answer = removeStack(stack, "--yes", "--with-data");

        assertThat(answer.text()).contains("The stack " + stack + " is gone.")
                .doesNotContain("Left behind");
        assertThat(answer.status()).isZero();
        assertThat(isThere(stack)).isFalse();
        assertThat(tables.listTables().tableNames()).contains(others)
                .doesNotContain(replaced, table("Orders"), table("Retained"));
        assertThat(buckets.listBuckets().buckets()).noneMatch(
                bucket -> bucket.name().startsWith(stack));
        assertThat(aws("logs", "describe-log-groups")).doesNotContain("/" + stack + "/orders");
        assertThat(secrets.getSecretValue(it -> it.secretId(stack + "/carrier")).secretString())
                .as("secrets stay unless it is said").isEqualTo("key");
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = ".*", disabledReason = LONG)
    void deletesSecretsThatNoOtherStackUses() throws Exception {
        create(stack, SMALL_TEMPLATE, "shared/carrier");
        create(stack + "-two", SMALL_TEMPLATE, "shared/carrier");
        secrets.createSecret(it -> it.name("shared/carrier").secretString("key"));

        assertThat(removeStack(stack, "--yes", "--with-secrets").text())
                .contains("  - the secret shared/carrier (of " + stack + "-two");
        assertThat(isDeleted("shared/carrier")).isFalse();
        assertThat(removeStack(stack + "-two", "--yes", "--with-secrets").text())
                .contains("The secret shared/carrier is deleted; for seven days");
        assertThat(isDeleted("shared/carrier")).isTrue();
        secrets.restoreSecret(it -> it.secretId("shared/carrier"));
    }

    private void create(String name, String template, String secret) {
        stacks.createStack(it -> it.stackName(name).templateBody(template)
                .parameters(Parameter.builder().parameterKey("CarrierSecret")
                        .parameterValue(secret).build()));
        assertThat(isThere(name)).isTrue();
    }

    private void fill() throws Exception {
        tables.putItem(it -> it.tableName(table("Orders"))
                .item(Map.of("id", AttributeValue.fromS("1"))));
        String bucket = stack + "-files";
        buckets.putBucketVersioning(it -> it.bucket(bucket).versioningConfiguration(
                how -> how.status(BucketVersioningStatus.ENABLED)));
        for (String version : List.of("one", "two")) {
            buckets.putObject(it -> it.bucket(bucket).key("file"), RequestBody.fromString(version));
        }
        buckets.deleteObject(it -> it.bucket(bucket).key("file"));
        aws("logs", "create-log-stream", "--log-group-name", "/" + stack + "/orders",
                "--log-stream-name", "stream");
        aws("sqs", "send-message", "--message-body", "letter", "--queue-url",
                place.endpoint().orElseThrow() + "/123456789012/" + stack + "-letters");
    }

    private void createTable(String name) {
        tables.createTable(it -> it.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder().attributeName("id")
                        .attributeType(ScalarAttributeType.S).build())
                .keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH)
                        .build()));
    }

    private String table(String logicalId) {
        return stack + "-" + logicalId + "-1AB2CD3EF4GH";
    }

    private boolean isProtected(String logicalId) {
        return tables.describeTable(it -> it.tableName(table(logicalId))).table()
                .deletionProtectionEnabled();
    }

    private boolean isDeleted(String secret) {
        return secrets.describeSecret(it -> it.secretId(secret)).deletedDate() != null;
    }

    private boolean isThere(String name) {
        try {
            return stacks.describeStacks(it -> it.stackName(name)).hasStacks();
        } catch (CloudFormationException gone) {
            assertThat(gone).hasMessageContaining("does not exist");
            return false;
        }
    }

    private Answer removeStack(String... arguments) throws Exception {
        return removeStack(Map.of(), "", arguments);
    }

    private Answer removeStack(Map<String, String> environment, String typed, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", LocalSystem
                .templateOfThisProject().resolveSibling("scripts/remove-stack").toString()));
        command.addAll(List.of(arguments));
        return run(command, environment, typed);
    }

    private String aws(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("aws", "--endpoint-url",
                place.endpoint().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        Answer answer = run(command, Map.of(), "");
        assertThat(answer.status()).as(answer.text()).isZero();
        return answer.text();
    }

    private Answer run(List<String> command, Map<String, String> environment, String typed)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("AWS_ENDPOINT_URL",
                place.endpoint().orElseThrow().toString(), "AWS_REGION", place.region(),
                "AWS_DEFAULT_REGION", place.region(), "AWS_ACCESS_KEY_ID", "operator",
                "AWS_SECRET_ACCESS_KEY", "operator"));
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        Process process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text.replaceFirst("Looking at what .*\n", ""));
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
