package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code Retry} and {@code Catch}. */
final class ErrorHandlingParser {

    private static final long MOST_SECONDS = 99_999_999;
    private static final long MOST_DELAY = 31_622_400;

    private ErrorHandlingParser() {}

    static List<Retrier> retriers(Fields state) {
        List<Retrier> retriers = new ArrayList<>();
        List<JsonNode> elements = state.array("Retry");
        for (int i = 0; i < elements.size(); i++) {
            retriers.add(retrier(state.element("Retry", i, elements.get(i))));
        }
        return retriers;
    }

    private static Retrier retrier(Fields fields) {
        List<String> errors = errorEquals(fields);
        Long interval = fields.integer("IntervalSeconds", 1, MOST_SECONDS);
        Long attempts = fields.integer("MaxAttempts", 0, MOST_SECONDS);
        Long delay = fields.integer("MaxDelaySeconds", 1, MOST_DELAY);
        String jitter = fields.oneOf("JitterStrategy", "FULL", "NONE");
        Retrier retrier = new Retrier(errors, interval == null ? 1 : interval,
                attempts == null ? 3 : attempts, backoffRate(fields), delay, "FULL".equals(jitter));
        fields.refuseOthers();
        return retrier;
    }

    private static double backoffRate(Fields fields) {
        JsonNode rate = fields.value("BackoffRate");
        if (rate != null && (!rate.isNumber() || rate.doubleValue() < 1)) {
            fields.error("BackoffRate", "Expected a number of at least 1.0");
            return 2;
        }
        return rate == null ? 2 : rate.doubleValue();
    }

    static List<Catcher> catchers(Fields state, QueryLanguage language) {
        List<Catcher> catchers = new ArrayList<>();
        List<JsonNode> elements = state.array("Catch");
        for (int i = 0; i < elements.size(); i++) {
            catchers.add(catcher(state.element("Catch", i, elements.get(i)), language));
        }
        return catchers;
    }

    private static Catcher catcher(Fields fields, QueryLanguage language) {
        Compiler compiler = new Compiler(fields, language);
        fields.require("Next");
        List<String> errors = errorEquals(fields);
        Expression output = compiler.isJsonata() ? compiler.template("Output") : null;
        Placement placement = compiler.isJsonata()
                ? Placement.REPLACE
                : compiler.placement("ResultPath");
        Catcher catcher = new Catcher(errors, String.valueOf(fields.text("Next")), placement,
                compiler.assign(), output);
        fields.refuseOthers(language);
        return catcher;
    }

    private static List<String> errorEquals(Fields fields) {
        fields.require("ErrorEquals");
        List<String> names = new ArrayList<>();
        fields.array("ErrorEquals").forEach(name -> names.add(name.asText()));
        if (names.size() > 1 && names.contains("States.ALL")) {
            fields.error("ErrorEquals", "'States.ALL' must appear alone");
        }
        return names;
    }
}
