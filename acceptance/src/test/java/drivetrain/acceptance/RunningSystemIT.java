package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Scenarios run against a system that is there already: the shared one, as if it were deployed
 * somewhere, reached by URLs alone.
 */
@ExtendWith(SharedSystem.class)
class RunningSystemIT {
    /** Why scenarios were skipped. */
    private static final class Skips implements TestExecutionListener {
        private final List<String> reasons = new ArrayList<>();

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            reasons.add(reason);
        }
    }

    private final Skips skips = new Skips();

    @Test
    void scenariosThatNeedNothingSpecialRun(LocalSystem system) {
        TestExecutionSummary summary = run(system, selectClass(CheckoutIT.class));

        assertThat(problems(summary)).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(summary.getTestsFoundCount())
                .isGreaterThan(5);
        assertThat(skips.reasons).isEmpty();
    }

    @Test
    void tokensThatAreToBeRefusedAreHadThereToo(LocalSystem system) {
        try (RunningSystem there = new RunningSystem(system.api(),
                system.aws().place().endpoint().orElseThrow(), system.tokens(),
                system.payments(), system.carrier())) {
            assertThat(status(there, "drivetrain", Duration.ofHours(1))).isEqualTo(200);
            assertThat(status(there, "drivetrain", Duration.ofHours(-1))).isEqualTo(401);
            assertThat(status(there, "another-api", Duration.ofHours(1))).isEqualTo(401);
        }
    }

    private static int status(RunningSystem system, String audience, Duration lifetime) {
        return new Api(system.api(), system.token("ada", "customer", audience, lifetime))
                .get("/me").status();
    }

    @Test
    void scenariosThatNeedTheLocalRuntimeAreSkippedAndSayWhy(LocalSystem system) {
        TestExecutionSummary summary = run(system, selectClass(UnguardedIT.class),
                selectClass(EventsIT.class), selectClass(
                        "drivetrain.acceptance.localstack.LocalStackIT"));

        assertThat(summary.getTestsStartedCount()).isZero();
        assertThat(skips.reasons).containsExactlyInAnyOrder(
                "It needs what only the local runtime has (LocalSystem), and the scenarios run"
                        + " against the stack at " + system.api() + ".",
                "It needs what only the local runtime has (SpokenEvents), and the scenarios run"
                        + " against the stack at " + system.api() + ".",
                "It is about LocalStack, and the scenarios run against the stack at "
                        + system.api() + ".");
    }

    private TestExecutionSummary run(LocalSystem system, DiscoverySelector... scenarios) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(scenarios)
                .configurationParameter("api.url", system.api().toString())
                .configurationParameter("aws.url",
                        system.aws().place().endpoint().orElseThrow().toString())
                .configurationParameter("token.url", system.tokens().toString())
                .configurationParameter("payments.url", system.payments().url().toString())
                .configurationParameter("carrier.url", system.carrier().url().toString())
                .configurationParameter("provider.timeout.millis",
                        Long.toString(system.providerTimeout().toMillis()))
                .build(), summary, skips);
        return summary.getSummary();
    }

    private static String problems(TestExecutionSummary summary) {
        StringWriter problems = new StringWriter();
        summary.printFailuresTo(new PrintWriter(problems));
        return problems.toString();
    }
}
