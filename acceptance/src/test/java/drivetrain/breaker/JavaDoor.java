package drivetrain.breaker;

import drivetrain.circuitbreaker.CircuitBreaker;
import drivetrain.circuitbreaker.CircuitObserver;
import drivetrain.circuitbreaker.Guarded;
import drivetrain.kernel.DependencyTimeout;
import drivetrain.kernel.DependencyUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The door of {@code drivetrain.circuitbreaker}. */
final class JavaDoor extends Door {
    private final CircuitBreaker breaker;

    JavaDoor(DynamoDbClient dynamoDb, String table, long seed) {
        super(dynamoDb, table);
        this.breaker = new CircuitBreaker(CIRCUIT, SETTINGS, store(), clock(time::now),
                new Random(seed), CircuitObserver.NONE);
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    @Override
    Verdict call(String caller, Behaviour behaviour, Runnable meanwhile) {
        try {
            return switch (breaker.call(caller, () -> answer(behaviour, meanwhile))) {
                case Guarded.Answered<Instant> _ -> Verdict.ANSWERED;
                case Guarded.ShortCircuited<Instant> _ -> Verdict.SHORT_CIRCUITED;
            };
        } catch (DependencyUnavailable | DependencyTimeout | IllegalStateException failed) {
            return Verdict.FAILED;
        }
    }

    private Instant answer(Behaviour behaviour, Runnable meanwhile) {
        calls++;
        meanwhile.run();
        switch (behaviour) {
            case ANSWERS, REFUSES -> {
            }
            case ANSWERS_SLOWLY -> time.advance(SLOW);
            case FINDS_THE_DEPENDENCY_DOWN -> throw new DependencyUnavailable("down");
            case FINDS_THE_DEPENDENCY_SILENT -> throw new DependencyTimeout("silent");
            case IS_BROKEN -> throw new IllegalStateException("a bug");
        }
        return time.now();
    }
}
