package drivetrain.circuitbreaker;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a {@link CircuitTable}. Its grammar is too small to carry a JSON library. */
final class CircuitTableText {
    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:(?<sign>[{}:,])|(?<text>'[^']*'|\"[^\"]*\")|(?<number>[-+.\\w]+))");

    private final String text;
    private final Matcher matcher;

    private CircuitTableText(String text) {
        this.text = text.strip();
        this.matcher = TOKEN.matcher(this.text);
    }

    /**
     * The figures of each circuit.
     *
     * @throws IllegalArgumentException telling where the text is none of the grammar
     */
    static Map<String, Map<String, BigDecimal>> parse(String text) {
        var reading = new CircuitTableText(text);
        var circuits = reading.object(() -> reading.object(reading::number));
        reading.requireEnd();
        return circuits;
    }

    private <T> Map<String, T> object(Supplier<T> member) {
        var members = new TreeMap<String, T>();
        require("{");
        var sign = ",";
        while (sign.equals(",")) {
            var quoted = next("text", "a name in quotes");
            var name = quoted.substring(1, quoted.length() - 1);
            require(":");
            if (members.put(name, member.get()) != null) {
                throw wrong(name + " stands there twice");
            }
            sign = next("sign", "',' or '}'");
        }
        if (!sign.equals("}")) {
            throw wrong("expected ',' or '}'");
        }
        return members;
    }

    private BigDecimal number() {
        var digits = next("number", "a number");
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException none) {
            throw wrong("expected a number");
        }
    }

    private void require(String sign) {
        if (!next("sign", "'" + sign + "'").equals(sign)) {
            throw wrong("expected '" + sign + "'");
        }
    }

    private String next(String kind, String expected) {
        if (!matcher.lookingAt() || matcher.group(kind) == null) {
            throw wrong("expected " + expected);
        }
        var token = matcher.group(kind);
        matcher.region(matcher.end(), text.length());
        return token;
    }

    private void requireEnd() {
        if (matcher.regionStart() < text.length()) {
            throw wrong("expected the end");
        }
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(
                problem + " near character " + (matcher.regionStart() + 1));
    }
}
