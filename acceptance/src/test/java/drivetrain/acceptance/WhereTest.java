package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.acceptance.localstack.LocalStackOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereTest {
    private static final String DEPLOYED = "api.url=http://localhost:3000/"
            + " token.url=http://localhost:1/token payments.url=http://localhost:2"
            + " carrier.url=http://localhost:3";

    @Test
    void isTheLocalRuntimeUnlessToldOtherwise() {
        assertThat(where("")).isEqualTo(new Where.Local());
        assertThat(where("system=local").inWords()).isEqualTo("the local runtime");
    }

    @Test
    void isAStackThatIsDeployedAlready() {
        Where where = where(DEPLOYED + " aws.url=http://localhost:4566"
                + " provider.timeout.millis=1500 api.key=secret");

        assertThat(where).isEqualTo(new Where.Deployed(URI.create("http://localhost:3000"),
                AwsPlace.at(URI.create("http://localhost:4566")), Optional.empty(),
                URI.create("http://localhost:1/token"),
                new Provider(URI.create("http://localhost:2")),
                new Provider(URI.create("http://localhost:3")), Duration.ofMillis(1500),
                Optional.of("secret")));
    }

    @Test
    void isAStackOnAwsItselfWhenARegionIsGivenButNoEndpoint() {
        Where where = where(DEPLOYED + " aws.region=eu-west-1 stack.name=shop");

        assertThat(where).isInstanceOfSatisfying(Where.Deployed.class, deployed -> {
            assertThat(deployed.aws()).isEqualTo(new AwsPlace(Optional.empty(), "eu-west-1"));
            assertThat(deployed.stackName()).contains("shop");
            assertThat(deployed.providerTimeout())
                    .isEqualTo(RunningSystem.USUAL_PROVIDER_TIMEOUT);
        });
    }

    @Test
    void isLocalStackInAContainerOrAtAnEndpoint() {
        assertThat(where("system=localstack")).isEqualTo(new Where.LocalStack(
                new LocalStackOptions(Optional.empty(), "localstack/localstack:4.14.0",
                        LocalStackOptions.HOST, LocalStackOptions.ISSUER, "eu-central-1",
                        "drivetrain")));
        assertThat(where("localstack.endpoint=http://10.1.1.1:4566 localstack.host=me"))
                .isInstanceOfSatisfying(Where.LocalStack.class, there -> {
                    assertThat(there.options().endpoint())
                            .contains(URI.create("http://10.1.1.1:4566"));
                    assertThat(there.options().host()).isEqualTo("me");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"system=cloud | local, deployed or localstack, not cloud",
            "system=deployed | -Dapi.url= is missing", "api.url=localhost | takes a URL",
            "api.url=http://a | -Dtoken.url= is missing",
            "api.url=http://a | -Dpayments.url= is missing",
            "api.url=http://a | -Dcarrier.url= is missing",
            "api.url=http://a | -Daws.url= (an endpoint) or -Daws.region= (AWS itself) is missing",
            "api.url=http://a provider.timeout.millis=long | takes milliseconds, not long",
            "token.url=http://a | -Dtoken.url= says something of -Dsystem=deployed only",
            "api.url=http://a localstack.endpoint=http://b | of -Dsystem=localstack only",
            "system=localstack api.url=http://a | -Dapi.url= says something of -Dsystem=deployed",
            "localstack.image=x | -Dlocalstack.image= says something of -Dsystem=localstack"})
    void saysWhatIsMissingAndWhatDoesNotFit(String given, String message) {
        assertThatThrownBy(() -> where(given)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message).hasMessageEndingWith("See docs/testing.md.");
    }

    private static Where where(String given) {
        Map<String, String> properties = Arrays.stream(given.split(" ", -1))
                .filter(one -> !one.isEmpty()).map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
        return Where.of(name -> Optional.ofNullable(properties.get(name)));
    }
}
