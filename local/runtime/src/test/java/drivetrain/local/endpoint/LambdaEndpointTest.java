package drivetrain.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.local.template.AsyncPolicy;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.SourceLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

class LambdaEndpointTest {
    private static final String ARN = "arn:aws:lambda:eu-central-1:000000000000:function:echo";

    private static LocalAws aws;
    private static LambdaClient client;

    @BeforeAll
    static void start() throws Exception {
        var echo = new FunctionResource(new SourceLine(Path.of("template.yaml"), 1), "Echo", "echo",
                ARN, Path.of("echo.zip"), "example.Echo", 512, Duration.ofSeconds(10),
                Optional.of("live"), OptionalInt.empty(), Map.of(), AsyncPolicy.DEFAULT);
        aws = new LocalAws(Map.of(), List.of(echo));
        client = aws.client(LambdaClient.builder()).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        aws.close();
    }

    @Test
    void invokesAFunctionByNameOrArn() {
        var byName = client.invoke(request -> request.functionName("echo")
                .payload(SdkBytes.fromUtf8String("{\"a\":1}")));
        var byArn = client.invoke(request -> request.functionName(ARN));

        assertThat(byName.payload().asUtf8String()).isEqualTo("{\"a\":1}");
        assertThat(byName.statusCode()).isEqualTo(200);
        assertThat(byName.executedVersion()).isEqualTo("$LATEST");
        assertThat(byName.functionError()).isNull();
        assertThat(byArn.payload().asUtf8String()).isEqualTo("{}");
    }

    @Test
    void answersAFunctionsErrorWithItsPayload() {
        var failed = client.invoke(request -> request.functionName("echo")
                .payload(SdkBytes.fromUtf8String("\"fail\"")));

        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(failed.functionError()).isEqualTo("Unhandled");
    }

    @Test
    void refusesUnknownFunctions() {
        assertThatThrownBy(() -> client.invoke(request -> request.functionName("nobody")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> client.invoke(request -> request.functionName("nobody")
                .invocationType("Event"))).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> client.getFunction(request -> request.functionName("nobody")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void acceptsEvents() throws Exception {
        var accepted = client.invoke(request -> request.functionName("echo")
                .invocationType("Event").payload(SdkBytes.fromUtf8String("\"later\"")));

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(aws.events.poll(5, TimeUnit.SECONDS)).isEqualTo("\"later\"");
    }

    @Test
    void describesItsFunctions() {
        assertThat(client.listFunctions().functions()).singleElement()
                .satisfies(function -> assertThat(function.functionArn()).isEqualTo(ARN));
        assertThat(client.getFunction(request -> request.functionName("echo")).configuration()
                .memorySize()).isEqualTo(512);
    }

    @Test
    void tellsWhoIsCalling() throws Exception {
        var answer = post("Action=GetCallerIdentity&Version=2011-06-15",
                "AWS4-HMAC-SHA256 Credential=some-key/20260101/us-east-1/sts/aws4_request, "
                        + "SignedHeaders=host, Signature=0");

        assertThat(answer).contains("<Account>000000000000</Account>").contains("user/some-key<");
        assertThat(post("Action=ListUsers", "none")).contains("InvalidAction")
                .contains("GetCallerIdentity");
    }

    @Test
    void namesItsServicesWhenAskedForAnother() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(aws.address + "/bucket/key")).build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("stepfunctions");
    }

    private static String post(String form, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(aws.address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization).POST(BodyPublishers.ofString(form)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
