package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.local.iam.Grant;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives scenarios the one local system that all of them share, started when the first one asks, and
 * a shop of their own in it. After each scenario its faults are forgotten, nothing may lie in a
 * dead-letter queue, and every event that went over the bus must have kept to its schema.
 */
public final class SharedSystem implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMES = ExtensionContext.Namespace
            .create(SharedSystem.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalSystem.class || type == Shop.class || type == GrantUse.class
                || type == SpokenEvents.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LocalSystem system = system(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == GrantUse.class) {
            return use(context);
        }
        if (type == SpokenEvents.class) {
            return spoken(context);
        }
        return type == LocalSystem.class
                ? system
                : context.getStore(NAMES).computeIfAbsent(Shop.class, _ -> new Shop(system));
    }

    private static LocalSystem system(ExtensionContext context) {
        return context.getRoot().getStore(NAMES).computeIfAbsent(LocalSystem.class,
                _ -> start(context), LocalSystem.class);
    }

    /** {@link GrantsIT} runs scenarios again without a grant. */
    private static LocalSystem start(ExtensionContext context) {
        LocalSystem system = context.getConfigurationParameter(GrantUse.WITHOUT)
                .map(missing -> LocalSystem
                        .startWithout(grant -> grant.toString().equals(missing)))
                .orElseGet(LocalSystem::start);
        system.hear(spoken(context)::hear);
        use(context).record(GrantUse.START, system.permissions().takeUsedGrants());
        return system;
    }

    private static GrantUse use(ExtensionContext context) {
        return context.getRoot().getStore(NAMES).computeIfAbsent(GrantUse.class,
                _ -> new GrantUse(), GrantUse.class);
    }

    private static SpokenEvents spoken(ExtensionContext context) {
        return context.getRoot().getStore(NAMES).computeIfAbsent(SpokenEvents.class,
                _ -> new SpokenEvents(), SpokenEvents.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        system(context).heal();
        Set<Grant> used = system(context).permissions().takeUsedGrants();
        if (context.getRequiredTestClass() != GrantsIT.class) {
            use(context).record(context.getUniqueId(), used);
        }
        assertThat(spoken(context).violations()).as("events that don't keep to their schemas")
                .isEmpty();
        Shop shop = context.getStore(NAMES).get(Shop.class, Shop.class);
        if (shop != null) {
            assertThat(shop.deadLetters()).as("dead letters").isEmpty();
        }
    }
}
