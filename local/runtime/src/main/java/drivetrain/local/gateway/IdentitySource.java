package drivetrain.local.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a part of the caller's identity stands, such as {@code method.request.header.Token}. */
record IdentitySource(Kind kind, String name) {

    private static final Pattern EXPRESSION = Pattern
            .compile("(method\\.request\\.header|method\\.request\\.querystring|stageVariables)"
                    + "\\.([A-Za-z0-9_-]+)");

    private enum Kind {
        HEADER, QUERY, STAGE_VARIABLE
    }

    /** Empty for what isn't supported: {@code context} and multi-value sources. */
    static Optional<IdentitySource> parse(String expression) {
        Matcher matcher = EXPRESSION.matcher(expression.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Kind kind = switch (matcher.group(1)) {
            case "method.request.header" -> Kind.HEADER;
            case "method.request.querystring" -> Kind.QUERY;
            default -> Kind.STAGE_VARIABLE;
        };
        return Optional.of(new IdentitySource(kind, matcher.group(2)));
    }

    /** The value in a request; empty if it is absent or blank. */
    Optional<String> in(ApiCall call) {
        Optional<String> value = switch (kind) {
            case HEADER -> call.http().header(name);
            case QUERY -> call.http().queryParameter(name);
            case STAGE_VARIABLE -> Optional.ofNullable(call.stage().variables().get(name));
        };
        return value.filter(text -> !text.isBlank());
    }

    boolean isHeader() {
        return kind == Kind.HEADER;
    }
}
