package drivetrain.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.acceptance.Answer;
import drivetrain.acceptance.Customer;
import drivetrain.acceptance.LocalSystem;
import drivetrain.acceptance.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/**
 * Both doors of one circuit at once, under 200 concurrent callers, while the carrier fails, recovers
 * and fails again: half of the callers book shipments through the workflow, half ask the API for
 * quotes. It prints what the breaker did.
 */
class FlappingDependencyIT {
    private static final String CIRCUIT = "carrier#shipments";
    private static final int CALLERS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TROUBLE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_MILLIS = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    private final List<Spell> spells = new ArrayList<>();
    private volatile boolean over;

    /** One guarded call. */
    private record Call(String door, Instant start, Instant end, Verdict verdict) {
        Duration took() {
            return Duration.between(start, end);
        }
    }

    /**
     * One time of trouble.
     *
     * @param opened when the circuit opened, by its own account
     * @param seenOpen when somebody who asked saw it open: who calls later must be refused
     * @param probes how many probes were taken until it closed
     * @param unguarded how many calls passed because the table of the circuits didn't answer in
     *     time, as happens on a machine that is overloaded
     */
    private record Spell(Instant down, Instant opened, Instant seenOpen, Instant healed,
            Instant closed, long probes, long unguarded) {}

    @Test
    void onlyProbesReachADependencyThatIsDown() throws Exception {
        try (LocalSystem system = LocalSystem.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Shop shop = new Shop(system);
            var ready = new CountDownLatch(CALLERS);
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Supplier<Verdict> door = i % 2 == 0 ? workflow(shop) : api(shop.customer());
                String name = i % 2 == 0 ? "workflow" : "Java";
                callers.add(threads.submit(() -> {
                    callOnAndOn(name, door, ready);
                    return null;
                }));
            }
            assertThat(ready.await(60, TimeUnit.SECONDS)).as("every caller was answered once")
                    .isTrue();
            for (int i = 0; i < 2; i++) {
                spells.add(spell(system, shop));
            }
            over = true;
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        print();
        spells.forEach(this::checkAdmissions);
    }

    private void callOnAndOn(String name, Supplier<Verdict> door, CountDownLatch ready)
            throws InterruptedException {
        while (!over) {
            Instant start = Instant.now();
            Verdict verdict = door.get();
            calls.add(new Call(name, start, Instant.now(), verdict));
            ready.countDown();
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        }
    }

    private Spell spell(LocalSystem system, Shop shop) throws InterruptedException {
        Instant down = Instant.now();
        long epoch = shop.circuits().number(CIRCUIT, "epoch");
        long unguarded = system.unguardedCalls();
        system.carrier().failSometimes(1, 503);
        await("open", () -> shop.circuits().number(CIRCUIT, "epoch") > epoch);
        Instant seenOpen = Instant.now();
        Instant opened = Instant.ofEpochMilli(shop.circuits().number(CIRCUIT, "since"));
        Thread.sleep(TROUBLE);
        Instant healed = Instant.now();
        system.carrier().heal();
        await("close", () -> shop.circuits().state(CIRCUIT).equals("CLOSED"));
        Instant closed = Instant.ofEpochMilli(shop.circuits().number(CIRCUIT, "since"));
        long changes = shop.circuits().number(CIRCUIT, "epoch") - epoch;
        // One change opens it; each probe makes two, one when it is taken and one when it ends.
        return new Spell(down, opened, seenOpen, healed, closed, changes / 2,
                system.unguardedCalls() - unguarded);
    }

    private static void await(String what, Supplier<Boolean> condition)
            throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.get()) {
            assertThat(Instant.now()).as("time for the circuit to " + what).isBefore(end);
            Thread.sleep(5);
        }
    }

    /** Calls that began when it was open and were over before it closed, and weren't refused. */
    private long admitted(Spell spell) {
        return calls.stream().filter(call -> call.verdict() != Verdict.SHORT_CIRCUITED)
                .filter(call -> call.start().isAfter(spell.seenOpen())
                        && call.end().isBefore(spell.closed()))
                .count();
    }

    private void checkAdmissions(Spell spell) {
        assertThat(admitted(spell)).as("calls admitted while the circuit was open, of %d probes",
                spell.probes()).isLessThanOrEqualTo(spell.probes() + spell.unguarded());
    }

    private void print() {
        System.out.printf("%nTwo doors, %d callers, %d calls, a carrier that flaps:%n%n", CALLERS,
                calls.size());
        System.out.println(
                "| trouble | time to open | refused | admitted while open | probes | unguarded"
                        + " | time to close after recovery |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            System.out.printf("| %d | %d ms | %d | %d | %d | %d | %d ms |%n", i + 1,
                    Duration.between(spell.down(), spell.opened()).toMillis(), refused(spell),
                    admitted(spell), spell.probes(), spell.unguarded(),
                    Duration.between(spell.healed(), spell.closed()).toMillis());
        }
        System.out.printf(
                "%n| door | verdict | calls | p50 | p99 |%n| --- | --- | --- | --- | --- |%n");
        for (String door : List.of("workflow", "Java")) {
            for (Verdict verdict : Verdict.values()) {
                List<Duration> times = calls.stream().filter(call -> call.door().equals(door)
                        && call.verdict() == verdict).map(Call::took).sorted().toList();
                System.out.printf("| %s | %s | %d | %s | %s |%n", door, verdict, times.size(),
                        percentile(times, 0.5), percentile(times, 0.99));
            }
        }
    }

    private static String percentile(List<Duration> sorted, double share) {
        return sorted.isEmpty()
                ? "–"
                : sorted.get((int) (share * (sorted.size() - 1))).toMillis() + " ms";
    }

    private long refused(Spell spell) {
        return calls.stream().filter(call -> call.verdict() == Verdict.SHORT_CIRCUITED
                && call.end().isAfter(spell.opened()) && call.end().isBefore(spell.closed()))
                .count();
    }

    private static Supplier<Verdict> workflow(Shop shop) {
        String guardedCall = shop.aws().workflow("GuardedCall");
        String function = GuardedFunction.arn(shop, "BookShipment");
        return () -> {
            ObjectNode input = JSON.createObjectNode().put("circuit", CIRCUIT)
                    .put("caller", UUID.randomUUID().toString()).put("functionName", function);
            ObjectNode payload = input.putObject("payload")
                    .put("orderId", UUID.randomUUID().toString()).put("customerId", "alice")
                    .put("massGrams", 1200).put("correlationId", "flapping");
            address(payload.putObject("shipTo"));
            StartSyncExecutionResponse answer = shop.aws().workflows().startSyncExecution(
                    start -> start.stateMachineArn(guardedCall).input(input.toString()));
            if (answer.status() != SyncExecutionStatus.SUCCEEDED) {
                return Verdict.FAILED;
            }
            return answer.output().contains("CIRCUIT_OPEN")
                    ? Verdict.SHORT_CIRCUITED
                    : Verdict.ANSWERED;
        };
    }

    private static Supplier<Verdict> api(Customer customer) {
        ObjectNode wish = JSON.createObjectNode().put("massGrams", 1200);
        address(wish.putObject("shipTo"));
        return () -> {
            Answer answer = customer.api().post("/shipping/quotes", wish);
            if (answer.status() == 200) {
                return Verdict.ANSWERED;
            }
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            return Optional.of(answer).filter(refused -> refused.text("detail")
                    .contains("isn't asked for now")).isPresent()
                            ? Verdict.SHORT_CIRCUITED
                            : Verdict.FAILED;
        };
    }

    private static void address(ObjectNode address) {
        address.put("name", "Alice Example").put("street1", "Ring 1").put("city", "Köln")
                .put("postalCode", "50667").put("country", "DE");
    }
}
