package drivetrain.acceptance;

import drivetrain.acceptance.localstack.LocalStackOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Where the scenarios' system runs, as {@code -D} says; see {@code docs/testing.md}. */
sealed interface Where {
    /** The local runtime, started for the run: nothing is said. */
    record Local() implements Where {}

    /** A stack that is deployed already: {@code -Dapi.url=} and what else is needed. */
    record Deployed(URI api, AwsPlace aws, Optional<String> stackName, URI tokens,
            Provider payments, Provider carrier, Duration providerTimeout,
            Optional<String> partnerKey) implements Where {}

    /** Deployed for the run to LocalStack, in a container of its own or at an endpoint. */
    record LocalStack(LocalStackOptions options) implements Where {}

    /** In words that go on after "The scenarios run against". */
    default String inWords() {
        return switch (this) {
            case Local() -> "the local runtime";
            case Deployed deployed -> "the stack at " + deployed.api();
            case LocalStack(LocalStackOptions options) -> options.inWords();
        };
    }

    /**
     * Reads what is asked for.
     *
     * @param given
     *            the value of a property, if it is there
     * @throws IllegalArgumentException
     *             naming everything that is missing or doesn't fit
     */
    static Where of(Function<String, Optional<String>> given) {
        return new WhereReader(given).read();
    }
}
