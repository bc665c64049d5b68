package drivetrain.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A piece of YAML that knows where it stands. */
sealed interface YamlNode {
    /** Where it stands. */
    SourceLine source();

    /** The same without lines. */
    JsonNode toJson();

    /** A mapping, in the order of the file. */
    record YamlMap(SourceLine source, Map<String, YamlNode> entries) implements YamlNode {
        public YamlMap {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        YamlNode get(String key) {
            return entries.get(key);
        }

        @Override
        public JsonNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            entries.forEach((key, value) -> json.set(key, value.toJson()));
            return json;
        }
    }

    /** A sequence. */
    record YamlList(SourceLine source, List<YamlNode> items) implements YamlNode {
        public YamlList {
            items = List.copyOf(items);
        }

        @Override
        public JsonNode toJson() {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> json.add(item.toJson()));
            return json;
        }
    }

    /** A scalar: its text as written, and what YAML takes it for. */
    record YamlScalar(SourceLine source, String text, Kind kind) implements YamlNode {
        /** Stands for a value that couldn't be worked out, which has been reported. */
        static YamlScalar broken(SourceLine source) {
            return new YamlScalar(source, "", Kind.BROKEN);
        }

        static YamlScalar text(SourceLine source, String text) {
            return new YamlScalar(source, text, Kind.TEXT);
        }

        @Override
        public JsonNode toJson() {
            JsonNodeFactory json = JsonNodeFactory.instance;
            return switch (kind) {
                case TEXT, BROKEN -> json.textNode(text);
                case INTEGER -> integer(new BigInteger(text));
                case DECIMAL -> json.numberNode(new BigDecimal(text));
                case BOOLEAN -> json.booleanNode(truth());
                case NULL, NO_VALUE -> json.nullNode();
            };
        }

        private static JsonNode integer(BigInteger value) {
            JsonNodeFactory json = JsonNodeFactory.instance;
            return switch (value.bitLength() / 32) {
                case 0 -> json.numberNode(value.intValue());
                case 1 -> json.numberNode(value.longValue());
                default -> json.numberNode(value);
            };
        }

        boolean truth() {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on" -> true;
                default -> false;
            };
        }
    }

    /** What a scalar is; {@code NO_VALUE} is what {@code AWS::NoValue} leaves. */
    enum Kind {
        TEXT, INTEGER, DECIMAL, BOOLEAN, NULL, NO_VALUE, BROKEN
    }
}
