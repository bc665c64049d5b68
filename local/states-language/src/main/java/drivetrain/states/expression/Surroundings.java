package drivetrain.states.expression;

import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What an expression may take from the world: injected, so that a run can be repeated.
 *
 * @param clock the time
 * @param random the source of {@code States.MathRandom}, {@code States.UUID}, {@code $random} and
 *        {@code $uuid}; thread-safe
 */
public record Surroundings(Supplier<Instant> clock, RandomGenerator random) {}
