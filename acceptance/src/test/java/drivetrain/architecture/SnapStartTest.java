package drivetrain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * With SnapStart, every execution environment of a function goes on from one snapshot, which is
 * taken when its handler has been made. Nothing that must be unique, secret or of its time may be
 * in there.
 *
 * <p>Source: AWS Lambda developer guide, "Handling uniqueness with Lambda SnapStart".
 */
class SnapStartTest {
    private static final JavaClasses DEPLOYED = Project.classes("functions", "patterns")
            .that(DescribedPredicate.describe("are deployed", type -> !type.getPackageName()
                    .equals("drivetrain.testing")));
    private static final Map<String, Set<String>> DRAWING = Map.of(
            "java.lang.System", Set.of("nanoTime", "currentTimeMillis"),
            "java.time.Instant", Set.of("now"),
            "java.time.InstantSource", Set.of("instant", "millis"),
            "drivetrain.kernel.IdGenerator", Set.of("next"),
            "java.util.random.RandomGenerator",
            Set.of("nextInt", "nextLong", "nextDouble", "nextBytes"));

    @Test
    void chanceComesFromSecureRandomAlone() {
        ArchRule rule = noClasses().should().dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
                .orShould().callMethod(Math.class, "random")
                .orShould().callMethod(UUID.class, "randomUUID")
                .because("environments that are restored from one snapshot would draw the same"
                        + " numbers from a generator that was seeded before it: the same ids, the"
                        + " same jitter. java.security.SecureRandom is seeded anew by Lambda's"
                        + " runtimes; a module binds it, and ids come from an IdGenerator");

        rule.check(DEPLOYED);
    }

    @Test
    void nothingIsDrawnBeforeTheSnapshot() {
        ArchRule rule = codeUnits().that(runWhenAFunctionStarts()).should(drawNothing())
                .because("what is read from a clock or a generator while a function starts is in"
                        + " its snapshot: old in every environment, and the same in all of them");

        rule.check(DEPLOYED);
    }

    /** Log is made for each invocation; other constructors are taken to run at the start. */
    private static DescribedPredicate<JavaCodeUnit> runWhenAFunctionStarts() {
        return DescribedPredicate.describe("may run when a function starts",
                unit -> !unit.getOwner().getFullName().equals("drivetrain.lambda.Log")
                        && (unit instanceof JavaStaticInitializer || unit.isConstructor()
                                || unit.isAnnotatedWith("dagger.Provides")));
    }

    private static ArchCondition<JavaCodeUnit> drawNothing() {
        return new ArchCondition<>("read no clock and draw no number or id") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
                    events.add(new SimpleConditionEvent(call, !draws(call.getTarget()),
                            call.getDescription()));
                }
            }
        };
    }

    private static boolean draws(AccessTarget target) {
        return DRAWING.entrySet().stream()
                .anyMatch(drawing -> target.getOwner().isAssignableTo(drawing.getKey())
                        && drawing.getValue().contains(target.getName()));
    }
}
