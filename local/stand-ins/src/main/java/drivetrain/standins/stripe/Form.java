package drivetrain.standins.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Form-encoded parameters with Stripe's brackets, such as {@code metadata[order_id]=…}. */
final class Form {
    private static final int MAX_AMOUNT_DIGITS = 8;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    static Form parse(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                fields.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    /** Refuses what the endpoint has no parameter for. */
    void requireOnly(Set<String> names) {
        fields.keySet().stream().map(field -> field.replaceFirst("\\[.*", ""))
                .filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
                    throw StripeRefusal.parameter("parameter_unknown", name,
                            "Received unknown parameter: " + name);
                });
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> StripeRefusal.parameter("parameter_missing", name,
                "Missing required param: " + name + "."));
    }

    boolean flag(String name) {
        String value = text(name).orElse("false");
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw StripeRefusal.parameter("parameter_invalid_boolean", name,
                    "Invalid boolean: " + value);
        };
    }

    /** A positive number of minor units. */
    Optional<Long> amount(String name) {
        return text(name).map(value -> {
            if (!value.matches("-?[0-9]+")) {
                throw StripeRefusal.parameter("parameter_invalid_integer", name,
                        "Invalid integer: " + value);
            }
            if (value.startsWith("-") || value.matches("0+")) {
                throw StripeRefusal.parameter("parameter_invalid_integer", name,
                        "This value must be greater than or equal to 1.");
            }
            if (value.length() > MAX_AMOUNT_DIGITS) {
                throw StripeRefusal.parameter("amount_too_large", name,
                        "Amount must be no more than €999,999.99");
            }
            return Long.valueOf(value);
        });
    }

    /** The entries of a bracketed map. */
    Map<String, String> map(String name) {
        var map = new TreeMap<String, String>();
        fields.forEach((field, value) -> {
            if (field.startsWith(name + "[") && field.endsWith("]")) {
                map.put(field.substring(name.length() + 1, field.length() - 1), value);
            }
        });
        return map;
    }

    /** The same text for the same parameters, whatever their order. */
    String fingerprint() {
        return new TreeMap<>(fields).toString();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
