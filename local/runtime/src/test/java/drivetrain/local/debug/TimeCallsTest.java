package drivetrain.local.debug;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.local.debug.samples.Clockwork;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeCallsTest {
    private static final long MILLIS = 60;

    /** Loads the sample anew, with its calls redirected. */
    private static final class Rewriting extends ClassLoader {
        Rewriting() {
            super(Clockwork.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith(Clockwork.class.getName())
                    ? define(name)
                    : super.loadClass(name, resolve);
        }

        private synchronized Class<?> define(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            byte[] bytes = known == null ? bytes(name) : new byte[0];
            byte[] changed = known == null ? TimeCalls.rewrite(bytes, this) : null;
            byte[] used = changed == null ? bytes : changed;
            return known == null ? defineClass(name, used, 0, used.length) : known;
        }

        private static byte[] bytes(String name) throws ClassNotFoundException {
            try (InputStream file = Clockwork.class.getClassLoader()
                    .getResourceAsStream(name.replace('.', '/') + ".class")) {
                return file.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private final Rewriting loader = new Rewriting();

    @AfterEach
    void goOn() {
        HeldTime.CLOCK.hold(false);
    }

    private Object call(String name, Object... arguments) throws Exception {
        Class<?> sample = Class.forName(Clockwork.class.getName(), true, loader);
        Method method = Arrays.stream(sample.getMethods())
                .filter(one -> one.getName().equals(name)).findFirst().orElseThrow();
        return method.invoke(null, arguments);
    }

    @Test
    void whatASampleAsksStandsStill() throws Exception {
        HeldTime.CLOCK.hold(true);
        List<?> before = (List<?>) call("times");
        Thread.sleep(MILLIS);

        assertThat((List<?>) call("times")).isEqualTo(before);

        HeldTime.CLOCK.hold(false);
        Thread.sleep(MILLIS);
        List<?> after = (List<?>) call("times");
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).as("way %d", i).isNotEqualTo(before.get(i));
        }
    }

    @Test
    void everyKindOfClockStandsStill() throws Exception {
        HeldTime.CLOCK.hold(true);
        Instant now = HeldTime.now();
        Thread.sleep(MILLIS);

        assertThat((List<?>) call("clocks")).extracting(one -> ((InstantSource) one).instant())
                .containsExactly(now, now.truncatedTo(ChronoUnit.MILLIS),
                        now.truncatedTo(ChronoUnit.SECONDS), now.truncatedTo(ChronoUnit.MINUTES));
    }

    @Test
    void itsTimersAreHeldOnesButForThoseOfItsOwnKind() throws Exception {
        for (boolean named : List.of(true, false)) {
            List<?> timers = (List<?>) call("timers", named);

            assertThat(timers.subList(0, 3)).allMatch(one -> one instanceof HeldTimers);
            assertThat(timers.get(3).getClass().getSimpleName()).isEqualTo("Own");
            timers.forEach(one -> ((ExecutorService) one).shutdownNow());
        }
    }

    @Test
    void itsWaitsDoNotEnd() throws Exception {
        HeldTime.CLOCK.hold(true);
        CompletableFuture<?> late = (CompletableFuture<?>) call("late", MILLIS);
        FutureTask<Object> waiting = new FutureTask<>(
                () -> call("await", new CompletableFuture<>(), MILLIS));
        Thread.ofPlatform().start(waiting);

        Thread.sleep(4 * MILLIS);
        assertThat(waiting.isDone()).isFalse();
        assertThat(late.isDone()).isFalse();

        HeldTime.CLOCK.hold(false);
        assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo("late");
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("late");
    }

    @Test
    void theTimeoutsOfTheJdkAreLeftOut() throws Exception {
        assertThat(Clockwork.readTimeout()).isEqualTo(1_000);
        assertThat(call("readTimeout")).isEqualTo(0);
        assertThat(Clockwork.hasHttpTimeouts()).isTrue();
        assertThat(call("hasHttpTimeouts")).isEqualTo(false);
    }

    @Test
    void aClassThatAsksForNothingStaysAsItIs() throws Exception {
        assertThat(TimeCalls.rewrite(Rewriting.bytes(TimeCallsTest.class.getPackageName()
                + ".BreakpointWatch"), loader)).isNull();
    }
}
