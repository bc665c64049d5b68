package drivetrain.acceptance;

import drivetrain.local.iam.Grant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which scenarios made use of which grants of the template, as far as they have run. */
final class GrantUse {
    /** The configuration parameter that names a grant which the system is to do without. */
    static final String WITHOUT = "drivetrain.without";
    /** Stands for the start of the system, at which routes, rules and destinations are checked. */
    static final String START = "start";
    private static final Pattern CLASS = Pattern.compile("\\[class:([^]]+)]");

    private final Map<Grant, Set<String>> scenarios = new ConcurrentHashMap<>();
    private final Set<String> classes = ConcurrentHashMap.newKeySet();

    /** A scenario, by its unique id, has used these. */
    void record(String scenario, Collection<Grant> used) {
        used.forEach(grant -> scenarios.computeIfAbsent(grant, _ -> new LinkedHashSet<>())
                .add(scenario));
        Stream.of(CLASS.matcher(scenario)).filter(Matcher::find)
                .forEach(found -> classes.add(found.group(1)));
    }

    /** The names of the classes whose scenarios have run. */
    Set<String> classes() {
        return Set.copyOf(classes);
    }

    /** The scenarios that used a grant, the first to do so first. */
    List<String> scenarios(Grant grant) {
        return List.copyOf(scenarios.getOrDefault(grant, Set.of()));
    }

    /** Those of these grants that nothing has used. */
    Set<Grant> unused(Collection<Grant> grants) {
        return grants.stream().filter(grant -> !scenarios.containsKey(grant))
                .collect(Collectors.toUnmodifiableSet());
    }
}
