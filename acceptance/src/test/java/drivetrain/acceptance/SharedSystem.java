package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.localstack.LocalStackSystem;
import drivetrain.local.iam.Grant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives scenarios the one system that all of them share, started when the first one asks, and a shop
 * of their own in it. {@link Where} says which system.
 *
 * <p>A scenario asks for what it needs by the types of its parameters. A {@link Shop} and a
 * {@link DrivetrainSystem} are there in any system; {@link Redrives} not on LocalStack. What makes functions crash, reads what they log,
 * or looks inside, takes a {@link LocalSystem}, or {@link GrantUse} or {@link SpokenEvents}, which
 * only that one tells. A scenario that asks for what the system hasn't is skipped, and says so.
 *
 * <p>After each scenario its faults are forgotten, nothing may lie in a dead-letter queue, and every
 * event that was heard on the bus must have kept to its schema.
 */
public final class SharedSystem
        implements
            ParameterResolver,
            ExecutionCondition,
            AfterEachCallback {
    private static final Set<Class<?>> OFFERED = Set.of(Shop.class, DrivetrainSystem.class,
            Redrives.class, LocalSystem.class, GrantUse.class, SpokenEvents.class,
            LocalStackSystem.class);
    private static final ExtensionContext.Namespace NAMES = ExtensionContext.Namespace
            .create(SharedSystem.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        SystemUnderTest subject = SystemUnderTest.of(context);
        return subject.unavailable()
                .or(() -> context.getTestMethod().stream()
                        .flatMap(method -> Stream.of(method.getParameterTypes()))
                        .filter(OFFERED::contains).filter(type -> !subject.offers(type))
                        .findFirst().map(subject::lacks))
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("all it asks for is there"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return OFFERED.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SystemUnderTest subject = SystemUnderTest.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == GrantUse.class) {
            return subject.grantUse();
        }
        if (type == SpokenEvents.class) {
            return subject.spokenEvents();
        }
        if (type == Redrives.class) {
            return new Redrives(subject.system());
        }
        return type == Shop.class
                ? context.getStore(NAMES).computeIfAbsent(Shop.class,
                        _ -> new Shop(subject.system()))
                : subject.system();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SystemUnderTest subject = SystemUnderTest.of(context);
        subject.system().heal();
        if (subject.system() instanceof LocalSystem local) {
            Set<Grant> used = local.permissions().takeUsedGrants();
            if (context.getRequiredTestClass() != GrantsIT.class) {
                subject.grantUse().record(context.getUniqueId(), used);
            }
        }
        assertThat(subject.spokenEvents().violations())
                .as("events that don't keep to their schemas").isEmpty();
        Shop shop = context.getStore(NAMES).get(Shop.class, Shop.class);
        if (shop != null) {
            assertThat(shop.deadLetters()).as("dead letters").isEmpty();
        }
    }
}
