package drivetrain.local.meter;

import java.time.Duration;

/** How Step Functions bills an Express execution's time ("AWS Step Functions pricing"). */
public final class ExpressBilling {
    /** Memory is billed in steps of 64 MB; small workflows stay within one. */
    private static final double GIGABYTES = 64 / 1024.0;
    private static final long STEP_MILLIS = 100;
    private static final double MILLIS_A_SECOND = 1_000;

    private ExpressBilling() {}

    /** The GB-seconds of an execution: each 100 ms that has begun, the first in any case. */
    public static double gigabyteSeconds(Duration took) {
        long steps = Math.max(1, Math.ceilDiv(took.toMillis(), STEP_MILLIS));
        return GIGABYTES * steps * STEP_MILLIS / MILLIS_A_SECOND;
    }
}
