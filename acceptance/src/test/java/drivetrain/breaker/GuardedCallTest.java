package drivetrain.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.circuitbreaker.CircuitOverride;
import drivetrain.states.ExecutionStatus;
import drivetrain.testing.DynamoDbLocal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules of the breaker, each at the door that the sagas take. */
class GuardedCallTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private WorkflowDoor door;

    @BeforeEach
    void create() {
        door = new WorkflowDoor(DYNAMO_DB.client(), "circuits", 7);
    }

    @AfterEach
    void delete() {
        door.delete();
    }

    @Test
    void aHealthyCallReadsOnceAndWritesNothing() {
        assertThat(door.call("ada", Behaviour.ANSWERS)).isEqualTo(Verdict.ANSWERED);

        assertThat(door.path()).containsExactly("Begin", "ReadCircuit", "Admit", "Call",
                "CountTheAnswer", "Answered");
        assertThat(door.last.output().path("outcome").asText()).isEqualTo("BOOKED");
        assertThat(door.item()).isEmpty();
    }

    @Test
    void failuresOfOneCallerAloneDontOpenIt() {
        for (int i = 0; i < 20; i++) {
            door.call("ada", Behaviour.FINDS_THE_DEPENDENCY_DOWN);
        }

        assertThat(door.state()).isEqualTo("CLOSED");
    }

    @Test
    void fewFailuresDontOpenIt() {
        for (int i = 0; i < 3; i++) {
            door.call("caller-" + i, Behaviour.FINDS_THE_DEPENDENCY_DOWN);
        }

        assertThat(door.state()).isEqualTo("CLOSED");
    }

    @Test
    void failuresAmongManyAnswersDontOpenIt() {
        for (int i = 0; i < 10; i++) {
            door.call("caller-" + i, Behaviour.FINDS_THE_DEPENDENCY_DOWN);
            if (door.state().equals("OPEN")) {
                break;
            }
            door.call("caller-" + i, Behaviour.ANSWERS);
            door.call("caller-" + i, Behaviour.ANSWERS);
        }

        assertThat(door.state()).isEqualTo("CLOSED");
    }

    @Test
    void failuresOfLongAgoAreForgotten() {
        for (int i = 0; i < 10; i++) {
            door.call("caller-" + i, Behaviour.FINDS_THE_DEPENDENCY_DOWN);
            door.time.advance(Duration.ofSeconds(11));
        }

        assertThat(door.state()).isEqualTo("CLOSED");
    }

    @Test
    void manyFailuresOfSeveralCallersOpenIt() {
        open();

        assertThat(door.state()).isEqualTo("OPEN");
    }

    @Test
    void slowAnswersCountAsFailures() {
        for (int i = 0; i < 4; i++) {
            assertThat(door.call("caller-" + i, Behaviour.ANSWERS_SLOWLY))
                    .isEqualTo(Verdict.ANSWERED);
        }

        assertThat(door.state()).isEqualTo("OPEN");
    }

    @Test
    void refusalsAndBugsNeverCount() {
        for (int i = 0; i < 20; i++) {
            door.call("caller-" + i, Behaviour.REFUSES);
            door.call("caller-" + i, Behaviour.IS_BROKEN);
        }

        assertThat(door.item()).isEmpty();
        assertThat(door.last.error()).hasValue("java.lang.NullPointerException");
    }

    @Test
    void whileItIsOpenNothingIsCalledAndItSaysHowLongToWait() {
        open();
        int before = door.calls;

        assertThat(door.call("eve", Behaviour.ANSWERS)).isEqualTo(Verdict.SHORT_CIRCUITED);

        assertThat(door.calls).isEqualTo(before);
        assertThat(door.last.output().path("retryAfterSeconds").asInt()).isBetween(1, 10);
        assertThat(door.path()).containsExactly("Begin", "ReadCircuit", "Admit", "Refused");
    }

    @Test
    void afterTheWaitExactlyOneCallerProbes() {
        open();
        door.waitUntilProbeIsDue();
        int before = door.calls;

        Verdict probe = door.call("ada", Behaviour.ANSWERS, () -> assertThat(
                door.call("eve", Behaviour.ANSWERS)).isEqualTo(Verdict.SHORT_CIRCUITED));

        assertThat(probe).isEqualTo(Verdict.ANSWERED);
        assertThat(door.calls).isEqualTo(before + 1);
    }

    @Test
    void severalGoodProbesCloseIt() {
        open();
        door.waitUntilProbeIsDue();

        door.call("ada", Behaviour.ANSWERS);
        assertThat(door.state()).isEqualTo("HALF_OPEN");
        door.call("eve", Behaviour.ANSWERS);

        assertThat(door.state()).isEqualTo("CLOSED");
    }

    @Test
    void eachBadProbeOpensItForLongerUpToACap() {
        open();
        long[] longest = new long[6];
        for (int i = 0; i < longest.length; i++) {
            door.waitUntilProbeIsDue();
            door.call("ada", Behaviour.FINDS_THE_DEPENDENCY_SILENT);
            assertThat(door.state()).isEqualTo("OPEN");
            longest[i] = Long.parseLong(door.item().get("openUntil").n())
                    - door.time.now().toEpochMilli();
        }

        assertThat(longest[0]).isBetween(10_000L, 20_000L);
        assertThat(longest[1]).isBetween(20_000L, 40_000L);
        assertThat(longest[5]).isBetween(30_000L, 60_000L);
    }

    @Test
    void aProbeThatNeverComesBackLosesItsLease() {
        open();
        door.waitUntilProbeIsDue();
        door.call("ada", Behaviour.IS_BROKEN);
        assertThat(door.call("eve", Behaviour.ANSWERS)).isEqualTo(Verdict.SHORT_CIRCUITED);

        door.time.advance(Door.SETTINGS.probeLease());

        assertThat(door.call("eve", Behaviour.ANSWERS)).isEqualTo(Verdict.ANSWERED);
    }

    @Test
    void anAnswerFromAnOlderEpochChangesNothing() {
        Verdict late = door.call("late", Behaviour.FINDS_THE_DEPENDENCY_DOWN, () -> {
            open();
            door.waitUntilProbeIsDue();
            door.call("ada", Behaviour.ANSWERS);
            door.call("eve", Behaviour.ANSWERS);
        });

        assertThat(late).isEqualTo(Verdict.FAILED);
        assertThat(door.state()).isEqualTo("CLOSED");
        assertThat(door.item()).doesNotContainKey("failures");
    }

    @Test
    void withoutItsTableCallsPassAndTheBusHearsOfIt() {
        door.tableIsDown = true;

        assertThat(door.call("ada", Behaviour.ANSWERS)).isEqualTo(Verdict.ANSWERED);
        assertThat(door.call("ada", Behaviour.FINDS_THE_DEPENDENCY_DOWN))
                .isEqualTo(Verdict.FAILED);

        assertThat(door.events).hasSize(2).allSatisfy(event -> {
            assertThat(event.path("DetailType").asText()).isEqualTo("CircuitUnguarded");
            assertThat(event.at("/Detail/data/circuit").asText()).isEqualTo(Door.CIRCUIT);
        });
    }

    @Test
    void anOperatorCanForceItOpenForATime() {
        override(CircuitOverride.Kind.FORCED_OPEN, Duration.ofSeconds(60));

        assertThat(door.call("ada", Behaviour.ANSWERS)).isEqualTo(Verdict.SHORT_CIRCUITED);
        assertThat(door.last.output().path("retryAfterSeconds").asInt()).isEqualTo(60);
        door.time.advance(Duration.ofSeconds(60));

        assertThat(door.call("ada", Behaviour.ANSWERS)).isEqualTo(Verdict.ANSWERED);
    }

    @Test
    void anOperatorCanDisableItForATime() {
        open();
        override(CircuitOverride.Kind.DISABLED, Duration.ofSeconds(5));
        var before = door.item();

        assertThat(door.call("ada", Behaviour.FINDS_THE_DEPENDENCY_DOWN))
                .isEqualTo(Verdict.FAILED);
        assertThat(door.item()).isEqualTo(before);
        door.time.advance(Duration.ofSeconds(5));

        assertThat(door.call("ada", Behaviour.ANSWERS)).isEqualTo(Verdict.SHORT_CIRCUITED);
    }

    @Test
    void aCircuitWithoutSettingsIsNamed() {
        var failed = door.call("carrier#nothing", "ada");

        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.error()).hasValue("UnknownCircuit");
        assertThat(failed.cause().orElseThrow()).contains("carrier#nothing");
    }

    private void override(CircuitOverride.Kind kind, Duration duration) {
        Instant now = door.time.now();
        door.store().override(Door.CIRCUIT,
                new CircuitOverride(kind, now, now.plus(duration), "a storm", "ada"));
    }

    private void open() {
        for (int i = 0; i < 4; i++) {
            door.call("caller-" + i, Behaviour.FINDS_THE_DEPENDENCY_DOWN);
        }
    }
}
