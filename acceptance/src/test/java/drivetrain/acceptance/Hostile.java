package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** Texts and values that have broken other programs. */
final class Hostile {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of("", " ", "\t", "\u0000", "a\u0000b", "\u0007",
            "\u007f", "'", "\"", "\\", "'; DROP TABLE orders;--", "' OR '1'='1", "1 OR 1=1",
            "{\"$gt\": \"\"}", "[$ne]=1", "${7*7}", "{{7*7}}", "#{7*7}", "<%= 7*7 %>",
            "${jndi:ldap://127.0.0.1:9/a}", "../../../../etc/passwd", "..\\..\\windows\\win.ini",
            "%2e%2e%2f", "%00", "%s%s%n", "<script>alert(1)</script>", "<!DOCTYPE a [<!ENTITY b "
                    + "SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
            "\u202egpj.exe", "\ud800", "\udfff\ud800", "\ufffe\uffff", "\ufeff", "\u200b\u200d",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67", "\u0130\u0131", "\ufb00",
            "A\u0301\u0301\u0301", "\u2028\u2029", "null", "undefined", "NaN", "Infinity", "true",
            "0x10", "1e309", "-0", "-1", "01", "1_000", "\u0661\u0662", "*", ":v", "#sku",
            "attribute_exists(sku)", "size(sku)", "a.b[0]", "__proto__", "constructor",
            "urn:drivetrain:problem:internal", "\n", "a\nb", "a\r\nX-Injected: 1");
    /** Of one value; three of them in each other are still a tree that can be written. */
    private static final int MAX_DEPTH = 300;
    private static final int[] LENGTHS = {100, 129, 256, 1_025, 5_000, 70_000};

    private Hostile() {}

    static String text(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> pick(random, "a", "\u00e9", "0", "\ud83d\ude00", "%41")
                    .repeat(LENGTHS[random.nextInt(LENGTHS.length)]);
            case 1 -> noise(random, 1 + random.nextInt(40));
            case 2 -> Base64.getUrlEncoder().withoutPadding().encodeToString(
                    ("{\"customerId\":\"" + TEXTS.get(random.nextInt(TEXTS.size())) + "\"}")
                            .getBytes(StandardCharsets.UTF_8));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private static String noise(RandomGenerator random, int length) {
        var text = new StringBuilder();
        random.ints(length, 0, 0x3000).forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Any JSON value, mostly a bad one. */
    static JsonNode value(RandomGenerator random) {
        return switch (random.nextInt(16)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(pickNumber(random));
            case 4 -> JSON.numberNode(BigInteger.TEN.pow(1 + random.nextInt(400)).negate());
            case 5 -> JSON.arrayNode();
            case 6 -> JSON.objectNode();
            case 7 -> nested(random);
            case 8 -> JSON.objectNode().put(pick(random, "$gt", "$ne", "$where", "$regex", "S",
                    "NULL", "__proto__", "@type", "class"), text(random));
            case 9 -> many(random);
            default -> JSON.textNode(text(random));
        };
    }

    private static BigDecimal pickNumber(RandomGenerator random) {
        return new BigDecimal(pick(random, "0", "-1", "0.5", "1e400", "-1e400", "1e-400",
                "9223372036854775808", "2147483648", "9007199254740993", "1e99999", "0.1e1",
                "1.0000000000000000000000001"));
    }

    private static JsonNode nested(RandomGenerator random) {
        JsonNode node = JSON.textNode("deep");
        int depth = 1 + random.nextInt(MAX_DEPTH);
        boolean arrays = random.nextBoolean();
        for (int i = 0; i < depth; i++) {
            node = arrays ? JSON.arrayNode().add(node) : JSON.objectNode().set("a", node);
        }
        return node;
    }

    private static JsonNode many(RandomGenerator random) {
        var array = JSON.arrayNode();
        int size = 1 + random.nextInt(1_500);
        for (int i = 0; i < size; i++) {
            array.add(i);
        }
        return array;
    }

    static String pick(RandomGenerator random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
