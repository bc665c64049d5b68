package drivetrain.circuitbreaker;

import java.time.Instant;

/** That an operator's decision was taken back: by whom, and when. */
public record OverrideEnd(String by, Instant at) {}
