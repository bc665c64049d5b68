package drivetrain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.idempotency.IdempotentCalls.Claim;
import drivetrain.kernel.IdGenerator;
import drivetrain.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of claims promises. */
abstract class IdempotentCallsContract {
    static final Duration LEASE = Duration.ofSeconds(15);
    static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final Item ANSWER = Item.empty().text("order", "o-1");

    final TestClock clock = TestClock.at("2026-11-22T10:00:00Z");
    final IdGenerator ids = () -> UUID.randomUUID().toString();
    private final IdempotencyKey key = key("ann");

    /** The store under test; may hold what other tests left. */
    abstract IdempotentCalls calls();

    @Test
    void grantsAKeyOnceAndThenGivesItsAnswer() {
        var claim = granted(calls().claim(key, "body"));

        assertThat(calls().complete(claim, ANSWER)).isEqualTo(ANSWER);

        clock.pass(KEY_LIFE.minusSeconds(1));
        assertThat(calls().claim(key, "body")).isEqualTo(new Claim.Answered(ANSWER));
    }

    @Test
    void tellsThatARequestIsStillRunning() {
        var claim = granted(calls().claim(key, "body"));

        assertThat(calls().claim(key, "body")).isEqualTo(new Claim.Running(claim.leaseUntil()));
        assertThat(claim.leaseUntil()).isEqualTo(clock.instant().plus(LEASE));
    }

    @Test
    void refusesAnotherRequestWithTheSameKeyRunningOrDone() {
        var claim = granted(calls().claim(key, "body"));

        assertThat(calls().claim(key, "other")).isEqualTo(new Claim.OtherRequest());
        clock.pass(LEASE);
        assertThat(calls().claim(key, "other")).isEqualTo(new Claim.OtherRequest());
        calls().complete(claim, ANSWER);
        assertThat(calls().claim(key, "other")).isEqualTo(new Claim.OtherRequest());
    }

    @Test
    void keepsTheKeysOfCustomersApart() {
        calls().complete(granted(calls().claim(key, "body")), ANSWER);

        var bob = granted(calls().claim(new IdempotencyKey("bob" + key.scope(), key.value()),
                "body"));

        assertThat(bob.attempt()).isEqualTo(1);
    }

    @Test
    void freesAKeyWhenItExpiresThoughItsRecordIsStillThere() {
        var before = granted(calls().claim(key, "body"));
        calls().complete(before, ANSWER);

        clock.pass(KEY_LIFE);
        var after = granted(calls().claim(key, "other"));

        assertThat(after.attempt()).isEqualTo(1);
        assertThat(after.effectId()).isNotEqualTo(before.effectId());
    }

    @Test
    void letsAnotherAttemptTakeOverAfterTheLeaseUnderTheSameEffectId() {
        var crashed = granted(calls().claim(key, "body"));

        clock.pass(LEASE);
        var second = granted(calls().claim(key, "body"));

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.effectId()).isEqualTo(crashed.effectId());
        assertThat(second.expiresAt()).isEqualTo(crashed.expiresAt());
        assertThat(calls().claim(key, "body")).isInstanceOf(Claim.Running.class);
    }

    @Test
    void countsTheFirstAnswerOfAllAttempts() {
        var slow = granted(calls().claim(key, "body"));
        clock.pass(LEASE);
        var second = granted(calls().claim(key, "body"));
        var other = Item.empty().text("order", "o-1").text("by", "second");

        assertThat(calls().complete(second, other)).isEqualTo(other);
        assertThat(calls().complete(slow, ANSWER)).isEqualTo(other);
        assertThat(calls().claim(key, "body")).isEqualTo(new Claim.Answered(other));
    }

    @Test
    void givesAKeyBackAtOnceWhenNothingHappened() {
        calls().release(granted(calls().claim(key, "body")));

        assertThat(granted(calls().claim(key, "corrected")).attempt()).isEqualTo(1);
    }

    @Test
    void doesNotGiveBackWhatAnotherAttemptHolds() {
        var slow = granted(calls().claim(key, "body"));
        clock.pass(LEASE);
        var second = granted(calls().claim(key, "body"));

        calls().release(slow);
        assertThat(calls().claim(key, "body")).isInstanceOf(Claim.Running.class);

        calls().complete(second, ANSWER);
        calls().release(second);
        assertThat(calls().claim(key, "body")).isEqualTo(new Claim.Answered(ANSWER));
    }

    @Test
    void forgetsAnAnswerThatComesAfterTheKeyHasPassedOn() {
        var old = granted(calls().claim(key, "body"));
        clock.pass(KEY_LIFE);
        var next = granted(calls().claim(key, "other"));

        assertThat(calls().complete(old, ANSWER)).isEqualTo(ANSWER);
        assertThat(calls().claim(key, "other")).isEqualTo(new Claim.Running(next.leaseUntil()));
    }

    @Test
    void grantsAKeyToExactlyOneOfManyAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Callable<Claim>>();
            for (int i = 0; i < 16; i++) {
                callers.add(() -> calls().claim(key, "body"));
            }
            var claims = new ArrayList<Claim>();
            for (var claim : threads.invokeAll(callers)) {
                claims.add(claim.get());
            }

            assertThat(claims).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
            assertThat(claims).filteredOn(Claim.Running.class::isInstance).hasSize(15);
        }
    }

    /** Crashes at each place, at random; the world outside does a thing once for each effect id. */
    @Test
    void noCrashBlocksAKeyOrDoesItsEffectTwice() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(getClass().getSimpleName() + " seed " + seed);
        var random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            var world = new HashMap<String, Integer>();
            var answers = new ArrayList<Item>();
            var asked = key("run-" + run);
            for (int attempt = 0; attempt < 12; attempt++) {
                attempt(asked, random, world, answers);
                clock.pass(LEASE.dividedBy(1 + random.nextInt(3)));
            }
            clock.pass(LEASE);
            attempt(asked, new Random(0) {
                private static final long serialVersionUID = 1;

                @Override
                public int nextInt(int bound) {
                    return 1;
                }
            }, world, answers);

            assertThat(world).as("seed %s, run %s", seed, run).hasSize(1);
            assertThat(answers).as("seed %s, run %s", seed, run).isNotEmpty()
                    .allMatch(answers.getFirst()::equals);
        }
    }

    private void attempt(IdempotencyKey asked, Random random, Map<String, Integer> world,
            List<Item> answers) {
        switch (calls().claim(asked, "body")) {
            case Claim.Granted claim -> {
                if (random.nextInt(4) == 0) {
                    return; // crashed before the effect
                }
                int number = world.computeIfAbsent(claim.effectId(), _ -> random.nextInt(1_000));
                if (random.nextInt(4) == 0) {
                    return; // crashed after it
                }
                answers.add(calls().complete(claim, Item.empty().number("n", number)));
            }
            case Claim.Answered known -> answers.add(known.answer());
            case Claim.Running _ -> {
            }
            case Claim.OtherRequest _ -> throw new AssertionError("it is the same request");
        }
    }

    private static IdempotencyKey key(String scope) {
        return new IdempotencyKey(scope + "-" + UUID.randomUUID(), "key-1");
    }

    private static Claim.Granted granted(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return (Claim.Granted) claim;
    }
}
