package drivetrain.states.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code States.Format}. */
final class Format {

    private Format() {}

    static String format(Arguments arguments) {
        String template = arguments.text(0);
        StringBuilder text = new StringBuilder();
        int argument = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length()) {
                text.append(template.charAt(++i));
            } else if (c == '{' && template.startsWith("{}", i)) {
                text.append(text(arguments.any(argument++)));
                i++;
            } else {
                text.append(c);
            }
        }
        if (argument != arguments.count()) {
            throw new IllegalArgumentException("the template has " + (argument - 1)
                    + " placeholders for " + (arguments.count() - 1) + " arguments");
        }
        return text.toString();
    }

    /** Objects and arrays are written as Java's collections are, as Step Functions does. */
    private static Object text(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(e -> map.put(e.getKey(), text(e.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(text(element)));
            return list;
        }
        return node.asText();
    }
}
