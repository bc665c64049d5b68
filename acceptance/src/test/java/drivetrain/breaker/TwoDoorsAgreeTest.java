package drivetrain.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.circuitbreaker.CircuitOverride;
import drivetrain.testing.DynamoDbLocal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Both doors are led through the same random stories, and after each step their items must be the
 * same; only how long a circuit is open is left to chance. Repeat a story with {@code -Dseed=}.
 */
class TwoDoorsAgreeTest {
    private static final int STORIES = Integer.getInteger("stories", 40);
    private static final int STEPS = 60;
    private static final String OPEN_UNTIL = "openUntil";

    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Test
    void whateverHappensBothDecideAlike() {
        long seed = Long.getLong("seed", System.nanoTime());
        Map<String, Integer> seen = new TreeMap<>();
        for (int story = 0; story < STORIES; story++) {
            new Story(seed + story).tell(seen);
        }
        System.out.println("Two doors: " + STORIES + " stories of " + STEPS + " steps, seed " + seed
                + ", steps by verdict and state: " + seen);
        assertThat(seen).as("a story that never opens, probes or closes a circuit tells nothing")
                .containsKeys("SHORT_CIRCUITED in OPEN", "FAILED in OPEN", "ANSWERED in HALF_OPEN",
                        "ANSWERED in CLOSED", "FAILED in CLOSED");
    }

    private static final class Story {
        private final long seed;
        private final Random random;
        private final JavaDoor java;
        private final WorkflowDoor workflow;
        private double trouble;

        Story(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.java = new JavaDoor(DYNAMO_DB.client(), "java-" + seed, seed);
            this.workflow = new WorkflowDoor(DYNAMO_DB.client(), "workflow-" + seed, seed);
        }

        void tell(Map<String, Integer> seen) {
            for (int step = 0; step < STEPS; step++) {
                String told = "seed " + seed + ", step " + step + ": " + step(seen);
                compare(told);
            }
            java.delete();
            workflow.delete();
        }

        private String step(Map<String, Integer> seen) {
            if (random.nextInt(6) == 0) {
                trouble = random.nextDouble();
            }
            return switch (random.nextInt(12)) {
                case 0, 1, 2 -> pass(Duration.ofMillis(random.nextInt(20_000)));
                case 3 -> pass(Duration.ofSeconds(random.nextInt(70)));
                case 4 -> decide();
                default -> call(List.of(next(), next()), seen);
            };
        }

        private String pass(Duration duration) {
            java.time.advance(duration);
            workflow.time.advance(duration);
            return duration + " pass";
        }

        private String decide() {
            Instant now = java.time.now();
            if (random.nextInt(3) == 0) {
                java.store().endOverride(Door.CIRCUIT, "ada", now);
                workflow.store().endOverride(Door.CIRCUIT, "ada", now);
                return "an operator lets it go by itself again";
            }
            CircuitOverride override = new CircuitOverride(
                    random.nextBoolean()
                            ? CircuitOverride.Kind.FORCED_OPEN
                            : CircuitOverride.Kind.DISABLED,
                    now, now.plusSeconds(1 + random.nextInt(20)), "maintenance", "ada");
            java.store().override(Door.CIRCUIT, override);
            workflow.store().override(Door.CIRCUIT, override);
            return "an operator decides " + override;
        }

        private record Call(String caller, Behaviour behaviour) {}

        private Call next() {
            Behaviour[] bad = {Behaviour.FINDS_THE_DEPENDENCY_DOWN,
                    Behaviour.FINDS_THE_DEPENDENCY_SILENT, Behaviour.ANSWERS_SLOWLY};
            Behaviour[] good = {Behaviour.ANSWERS, Behaviour.ANSWERS, Behaviour.REFUSES,
                    Behaviour.IS_BROKEN};
            Behaviour[] some = random.nextDouble() < trouble ? bad : good;
            return new Call("caller-of-the-shop-" + random.nextInt(3),
                    some[random.nextInt(some.length)]);
        }

        /** One call, and sometimes another one while the first is at work. */
        private String call(List<Call> both, Map<String, Integer> seen) {
            boolean nested = random.nextInt(3) == 0;
            String byJava = made(java, both, nested);
            String byWorkflow = made(workflow, both, nested);
            String told = both + (nested ? " at once" : ", the first");
            assertThat(byWorkflow).as("seed %d: %s", seed, told).isEqualTo(byJava);
            seen.merge(byJava + " in " + java.state(), 1, Integer::sum);
            return told;
        }

        private static String made(Door door, List<Call> both, boolean nested) {
            StringBuilder inner = new StringBuilder();
            Runnable meanwhile = nested
                    ? () -> inner.append(" around ").append(
                            door.call(both.get(1).caller(), both.get(1).behaviour()))
                    : () -> {};
            Verdict verdict = door.call(both.get(0).caller(), both.get(0).behaviour(), meanwhile);
            return verdict + inner.toString();
        }

        private void compare(String told) {
            Map<String, AttributeValue> expected = java.item();
            Map<String, AttributeValue> actual = workflow.item();
            if (expected.containsKey(OPEN_UNTIL) && actual.containsKey(OPEN_UNTIL)) {
                assertThat(millis(actual) - millis(expected)).as("chance in " + told)
                        .isBetween(-30_000L, 30_000L);
                actual.put(OPEN_UNTIL, expected.get(OPEN_UNTIL));
                workflow.write(actual);
            }
            assertThat(actual).as(told).isEqualTo(expected);
        }

        private static long millis(Map<String, AttributeValue> item) {
            return Long.parseLong(item.get(OPEN_UNTIL).n());
        }
    }
}
