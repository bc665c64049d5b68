package drivetrain.shipping.application;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets calls to the carrier through, unless it is known to be in trouble. */
public interface CarrierGuard {
    /** The circuit that is guarded, on which the sagas' calls of the carrier count, too. */
    String NAME = "carrier#shipments";

    /**
     * What became of a call that threw nothing.
     *
     * @param <T> the carrier's answer
     */
    sealed interface Attempt<T> {
        /** The carrier answered. */
        record Made<T>(T answer) implements Attempt<T> {}

        /** The carrier wasn't asked. Trying again is of use after so long. */
        record Refused<T>(Duration retryAfter) implements Attempt<T> {}
    }

    /** What is worth counting besides the outcome. */
    enum Notice {
        /** A call was refused. */
        REFUSED,
        /** Nobody could say how the carrier does, so a call passed unguarded, or uncounted. */
        UNGUARDED
    }

    /**
     * Makes a call, or refuses to.
     *
     * @param caller on whose behalf: trouble of one caller alone isn't the carrier's
     */
    <T> Attempt<T> call(String caller, Consumer<Notice> notices, Supplier<T> call);
}
