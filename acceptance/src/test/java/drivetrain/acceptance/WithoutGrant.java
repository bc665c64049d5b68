package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.local.iam.Grant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs scenarios again, all in one system that lacks a grant, until the first one fails. */
final class WithoutGrant implements TestExecutionListener {
    private final CancellationToken enough = CancellationToken.create();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();

    private WithoutGrant() {}

    /** Whether one of the scenarios, given by their unique ids, fails. */
    static boolean oneFails(List<String> scenarios, Grant missing) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(scenarios.stream().map(DiscoverySelectors::selectUniqueId).toList())
                .configurationParameter(GrantUse.WITHOUT, missing.toString()).build();
        WithoutGrant run = new WithoutGrant();
        LauncherFactory.create().execute(LauncherExecutionRequestBuilder.request(request)
                .listeners(run).cancellationToken(run.enough).build());
        assertThat(run.started.get()).as("scenarios that ran without %s", missing).isPositive();
        return run.failed.get();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            started.incrementAndGet();
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && result.getStatus() == Status.FAILED) {
            failed.set(true);
            enough.cancel();
        }
    }
}
