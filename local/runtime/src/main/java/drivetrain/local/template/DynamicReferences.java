package drivetrain.local.template;

import drivetrain.local.template.YamlNode.YamlScalar;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * <code>{{resolve:ssm:…}}</code> and <code>{{resolve:secretsmanager:…}}</code>, from values that
 * whoever starts the runtime gives: no secret is ever fetched.
 */
final class DynamicReferences {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([^}]+)}}");

    private final TemplateOptions options;
    private final Problems problems;

    DynamicReferences(TemplateOptions options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    YamlScalar replace(YamlScalar scalar) {
        if (!scalar.text().contains("{{resolve:")) {
            return scalar;
        }
        return YamlScalar.text(scalar.source(), REFERENCE.matcher(scalar.text())
                .replaceAll(found -> Matcher.quoteReplacement(value(found, scalar))));
    }

    private String value(MatchResult found, YamlScalar user) {
        String value = options.dynamicReferences().get(found.group(1));
        if (value == null) {
            problems.add(user, "no value was given for " + found.group());
        }
        return value == null ? "" : value;
    }
}
