package drivetrain.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.RuleResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.event.ruler.GenericMachine;

/** One event bus: its rules, matched all at once. */
final class EventBus {
    private final String name;
    private final String arn;
    private final List<RuleResource> rules = new ArrayList<>();
    private final GenericMachine<RuleResource> machine = GenericMachine
            .<RuleResource>builder().build();

    EventBus(String name, String arn) {
        this.name = name;
        this.arn = arn;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    List<RuleResource> rules() {
        return rules;
    }

    void add(RuleResource rule) {
        rules.add(rule);
        if (rule.enabled()) {
            try {
                machine.addRule(rule, rule.pattern().toString());
            } catch (IOException malformed) {
                throw new IllegalArgumentException(
                        rule.source() + ": not an event pattern: " + malformed.getMessage(),
                        malformed);
            }
        }
    }

    /** The enabled rules that an event matches. */
    Stream<RuleResource> matching(ObjectNode event) {
        return machine.rulesForJSONEvent(event).stream();
    }
}
