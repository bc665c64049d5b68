package drivetrain.acceptance;

import drivetrain.acceptance.localstack.LocalStackOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@link Where}, and collects what is wrong with it. */
final class WhereReader {
    private static final String DEPLOYED = "deployed";
    private static final String LOCALSTACK = "localstack";
    private static final List<String> OF_DEPLOYED = List.of("api.url", "token.url",
            "payments.url", "carrier.url", "aws.url", "api.key", "provider.timeout.millis");
    private static final List<String> OF_LOCALSTACK = List.of("localstack.endpoint",
            "localstack.image", "localstack.host", "localstack.issuer");

    private final Function<String, Optional<String>> given;
    private final List<String> problems = new ArrayList<>();

    WhereReader(Function<String, Optional<String>> given) {
        this.given = given;
    }

    Where read() {
        String system = given.apply("system").orElseGet(this::implied);
        Where where = switch (system) {
            case "local" -> new Where.Local();
            case DEPLOYED -> deployed();
            case LOCALSTACK -> new Where.LocalStack(localStack());
            default -> {
                problems.add("-Dsystem= is local, deployed or localstack, not " + system);
                yield new Where.Local();
            }
        };
        refuseWithout(DEPLOYED, system, OF_DEPLOYED);
        refuseWithout(LOCALSTACK, system, OF_LOCALSTACK);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join("; ", problems) + ". See docs/testing.md.");
        }
        return where;
    }

    private String implied() {
        if (given.apply("api.url").isPresent()) {
            return DEPLOYED;
        }
        return given.apply("localstack.endpoint").isPresent() ? LOCALSTACK : "local";
    }

    /** What is given for another system would be passed over in silence. */
    private void refuseWithout(String wanted, String system, List<String> names) {
        if (!system.equals(wanted)) {
            names.stream().filter(name -> given.apply(name).isPresent()).forEach(name -> problems
                    .add("-D" + name + "= says something of -Dsystem=" + wanted + " only"));
        }
    }

    private Where.Deployed deployed() {
        Optional<URI> endpoint = url("aws.url");
        if (endpoint.isEmpty() && given.apply("aws.region").isEmpty()) {
            problems.add("-Daws.url= (an endpoint) or -Daws.region= (AWS itself) is missing");
        }
        return new Where.Deployed(required("api.url"), new AwsPlace(endpoint, region()),
                given.apply("stack.name"), required("token.url"),
                new Provider(required("payments.url")), new Provider(required("carrier.url")),
                providerTimeout(), given.apply("api.key"));
    }

    private LocalStackOptions localStack() {
        return new LocalStackOptions(url("localstack.endpoint"),
                given.apply("localstack.image").orElse(LocalStackOptions.IMAGE),
                given.apply("localstack.host").orElse(LocalStackOptions.HOST),
                url("localstack.issuer").orElse(LocalStackOptions.ISSUER), region(),
                given.apply("stack.name").orElse(LocalStackOptions.STACK));
    }

    private String region() {
        return given.apply("aws.region").orElse(LocalStackOptions.REGION);
    }

    private Duration providerTimeout() {
        return given.apply("provider.timeout.millis").map(text -> {
            if (text.matches("[1-9][0-9]{1,4}")) {
                return Duration.ofMillis(Long.parseLong(text));
            }
            problems.add("-Dprovider.timeout.millis= takes milliseconds, not " + text);
            return Duration.ZERO;
        }).orElse(RunningSystem.USUAL_PROVIDER_TIMEOUT);
    }

    private URI required(String name) {
        if (given.apply(name).isEmpty()) {
            problems.add("-D" + name + "= is missing");
        }
        return url(name).orElseGet(() -> URI.create("missing:" + name));
    }

    private Optional<URI> url(String name) {
        return given.apply(name).filter(text -> {
            boolean url = text.matches("https?://[^\\s/]+(/\\S*)?");
            if (!url) {
                problems.add("-D" + name + "= takes a URL, not " + text);
            }
            return url;
        }).map(text -> URI.create(text.replaceAll("/+$", "")));
    }
}
