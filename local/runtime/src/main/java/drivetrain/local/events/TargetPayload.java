package drivetrain.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.RuleTarget.FixedInput;
import drivetrain.local.template.RuleTarget.PartOfEvent;
import drivetrain.local.template.RuleTarget.TargetInput;
import drivetrain.local.template.RuleTarget.TransformedEvent;
import drivetrain.local.template.RuleTarget.WholeEvent;

/** What a target gets of an event. */
final class TargetPayload {
    private TargetPayload() {}

    static String of(ObjectNode event, TargetInput input, String ruleArn) {
        return switch (input) {
            case WholeEvent() -> event.toString();
            case FixedInput(var json) -> json;
            case PartOfEvent(var path) -> EventPath.read(event, path).toString();
            case TransformedEvent(var paths, var template) ->
                new InputTemplate(template, paths).fill(event, ruleArn);
        };
    }
}
