package drivetrain.local.template;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** <code>${Name}</code> in a text, as {@code Fn::Sub} and definition substitutions read it. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^${}]*)}");

    private Placeholders() {}

    /** Replaces each placeholder; <code>${!Literal}</code> becomes <code>${Literal}</code>. */
    static String replace(String text, UnaryOperator<String> value) {
        return PLACEHOLDER.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(replacement(found, value)));
    }

    private static String replacement(MatchResult found, UnaryOperator<String> value) {
        String name = found.group(2);
        return found.group(1).isEmpty() ? value.apply(name.strip()) : "${" + name + "}";
    }
}
