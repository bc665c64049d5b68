package drivetrain.local.iam;

import drivetrain.local.template.PolicyCondition;
import java.util.List;

/** A grant or a denial, compiled, and whether it was ever used. */
final class Rule {
    private final Grant grant;
    private final boolean allows;
    private final Glob action;
    private final Glob resource;
    private final List<Test> conditions;
    private volatile boolean used;

    private record Test(String key, boolean exact, List<Glob> values, List<String> texts) {
        static Test of(PolicyCondition condition) {
            return new Test(condition.key(), condition.operator().endsWith("StringEquals"),
                    condition.values().stream().map(Glob::of).toList(), condition.values());
        }

        boolean holds(Access access) {
            String value = access.context().get(key);
            return value != null && (exact
                    ? texts.contains(value)
                    : values.stream().anyMatch(one -> one.matches(value)));
        }
    }

    Rule(Grant grant, boolean allows, List<PolicyCondition> conditions) {
        this.grant = grant;
        this.allows = allows;
        this.action = Glob.ofAction(grant.action());
        this.resource = Glob.of(grant.resource());
        this.conditions = conditions.stream().map(Test::of).toList();
    }

    Grant grant() {
        return grant;
    }

    boolean allows() {
        return allows;
    }

    /** Whether it was used since this was last asked. */
    boolean takeUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    /** Whether it speaks of this; it counts as used from then on. */
    boolean applies(Access access, String lowerCaseAction) {
        boolean applies = action.matches(lowerCaseAction) && resource.matches(access.resource())
                && conditions.stream().allMatch(condition -> condition.holds(access));
        if (applies && !used) {
            used = true;
        }
        return applies;
    }
}
