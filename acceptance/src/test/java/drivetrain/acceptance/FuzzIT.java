package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sends the API thousands of bad requests, made from its schemas. None gets a 5xx, none writes, and
 * no answer tells what is inside or whose it is. {@code -Dfuzz.requests=} sends more,
 * {@code -Dseed=} the same again, {@code -Dfuzz.first=} begins at one.
 */
@ExtendWith(SharedSystem.class)
class FuzzIT {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_500);
    private static final int FIRST = Integer.getInteger("fuzz.first", 0);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int CONNECTIONS = 4;
    private static final int SHOWN = 20;
    /** In place of a status. */
    private static final int HUNG_UP = 0;

    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();

    @Test
    void badRequestsAreRefusedWithAProblemAndChangeNothing(DrivetrainSystem system, Shop shop)
            throws Exception {
        Victim victim = Victim.of(shop);
        var loot = new Attackers.Loot(system.token("mallory", "customer"),
                system.token("insider", "staff"), system.token("mallory", "customer",
                        DrivetrainSystem.AUDIENCE, Duration.ofHours(-1)),
                victim);
        var attackers = new Attackers(Contract.ofThisProject(), loot, SEED);
        var verdict = new Verdict(victim);
        var before = shop.restingContents();

        attack(system, attackers, verdict);

        System.out.println(REQUESTS + " bad requests, seed " + SEED
                + "; answers by status: " + answers);
        assertThat(findings.stream().limit(SHOWN).collect(Collectors.joining("\n\n")))
                .as("%d findings; -Dseed=%d repeats them", findings.size(), SEED)
                .isEmpty();
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum())
                .as("answers").isEqualTo(REQUESTS);
        assertThat(shop.restingContents()).as("tables; seed %d", SEED).isEqualTo(before);
        assertThat(answers.keySet()).as("kinds of refusals").contains(400, 401, 403, 404, 415);
    }

    private void attack(DrivetrainSystem system, Attackers attackers, Verdict verdict)
            throws InterruptedException {
        var next = new AtomicInteger(FIRST);
        try (var connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.execute(() -> {
                    try (RawHttp http = new RawHttp(system.api())) {
                        for (int index = next.getAndIncrement(); index < FIRST
                                + REQUESTS; index = next.getAndIncrement()) {
                            send(attackers.attack(index), http, verdict);
                        }
                    } catch (IOException e) {
                        findings.add("The connection couldn't be closed: " + e);
                    }
                });
            }
        }
    }

    private void send(Attack attack, RawHttp http, Verdict verdict) {
        try {
            RawHttp.Reply reply = http.send(attack.head(), attack.body(),
                    attack.method().equals("HEAD"));
            count(reply.status());
            verdict.on(attack, reply).ifPresent(findings::add);
        } catch (IOException e) {
            if (attack.mayBeHungUpOn()) {
                count(HUNG_UP);
            } else {
                findings.add("No answer (" + e + ") to " + attack);
            }
        }
    }

    private void count(int status) {
        synchronized (answers) {
            answers.merge(status, 1, Integer::sum);
        }
    }
}
