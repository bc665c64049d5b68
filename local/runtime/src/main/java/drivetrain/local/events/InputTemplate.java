package drivetrain.local.events;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills an {@code InputTransformer}: a variable within a JSON string becomes text, elsewhere it
 * becomes JSON. Source: Amazon EventBridge User Guide, "Amazon EventBridge input transformation".
 */
final class InputTemplate {
    private final String template;
    private final Map<String, String> paths;

    InputTemplate(String template, Map<String, String> paths) {
        this.template = template;
        this.paths = paths;
    }

    /** The filled template; {@code ruleArn} and the time of arrival are variables of their own. */
    String fill(JsonNode event, String ruleArn) {
        var values = values(event, ruleArn);
        var filled = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < template.length(); at++) {
            char next = template.charAt(at);
            int end = next == '<' ? template.indexOf('>', at) : -1;
            var value = end < 0 ? null : values.get(template.substring(at + 1, end));
            if (value != null) {
                filled.append(quoted ? escaped(value) : value.toString());
                at = end;
            } else if (next == '\\' && quoted && at + 1 < template.length()) {
                filled.append(next).append(template.charAt(++at));
            } else {
                quoted ^= next == '"';
                filled.append(next);
            }
        }
        return filled.toString();
    }

    private Map<String, JsonNode> values(JsonNode event, String ruleArn) {
        var json = JsonNodeFactory.instance;
        var values = new HashMap<String, JsonNode>();
        values.put("aws.events.rule-arn", json.textNode(ruleArn));
        values.put("aws.events.rule-name",
                json.textNode(ruleArn.substring(ruleArn.lastIndexOf('/') + 1)));
        values.put("aws.events.event.ingestion-time", event.path("time"));
        values.put("aws.events.event", event);
        values.put("aws.events.event.json", event);
        paths.forEach((name, path) -> {
            var value = EventPath.read(event, path);
            values.put(name, value.isMissingNode() ? json.nullNode() : value);
        });
        return values;
    }

    private static String escaped(JsonNode value) {
        var text = value.isTextual() ? value.textValue() : value.isNull() ? "" : value.toString();
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
