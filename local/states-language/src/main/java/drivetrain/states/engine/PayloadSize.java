package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** Measures JSON in UTF-8 without writing it. */
final class PayloadSize {

    /** The limit of inputs, outputs and results: 256 KiB. */
    static final int LIMIT = 262_144;

    private PayloadSize() {}

    static boolean exceeds(JsonNode node, int limit) {
        return left(node, limit) < 0;
    }

    /** What is left of an allowance; negative once it is used up. */
    private static int left(JsonNode node, int allowance) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node, allowance - 2);
            case ARRAY -> array(node, allowance - 2);
            case STRING -> allowance - 2 - length(node.textValue());
            case BOOLEAN -> allowance - (node.booleanValue() ? 4 : 5);
            case NULL, MISSING -> allowance - 4;
            case NUMBER, BINARY, POJO -> allowance - node.asText().length();
        };
    }

    private static int object(JsonNode node, int allowance) {
        int left = allowance + (node.isEmpty() ? 0 : 1);
        for (var field : node.properties()) {
            left = left(field.getValue(), left - 4 - length(field.getKey()));
            if (left < 0) {
                return left;
            }
        }
        return left;
    }

    private static int array(JsonNode node, int allowance) {
        int left = allowance + (node.isEmpty() ? 0 : 1);
        for (JsonNode element : node) {
            left = left(element, left - 1);
            if (left < 0) {
                return left;
            }
        }
        return left;
    }

    private static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            } else if (c == '"' || c == '\\' || c == '\n' || c == '\t' || c == '\r') {
                length++;
            } else if (c < 0x20) {
                length += 5;
            }
        }
        return length;
    }
}
