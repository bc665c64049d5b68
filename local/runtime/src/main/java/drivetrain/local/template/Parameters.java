package drivetrain.local.template;

import drivetrain.local.template.YamlNode.Kind;
import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The template's parameters: given values over defaults, checked as CloudFormation checks them
 * (AWS CloudFormation User Guide, "Parameters").
 */
final class Parameters {
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final TemplateOptions options;
    private final Problems problems;

    private Parameters(TemplateOptions options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    static Parameters read(YamlMap template, TemplateOptions options, Problems problems) {
        Parameters parameters = new Parameters(options, problems);
        Map<String, YamlNode> declared = template.get("Parameters") instanceof YamlMap map
                ? map.entries()
                : Map.of();
        declared.forEach((name, declaration) -> parameters.declare(name,
                new Fields(declaration, "Parameter " + name, problems)));
        options.parameters().keySet().stream().filter(name -> !declared.containsKey(name)).sorted()
                .forEach(name -> problems.add(template.source(),
                        "a value was given for " + name + ", which isn't a parameter"));
        return parameters;
    }

    Optional<YamlNode> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private void declare(String name, Fields declaration) {
        String type = declaration.text("Type", "String");
        Optional<String> given = Optional.ofNullable(options.parameters().get(name))
                .or(() -> Optional.ofNullable(options.localValues().get(name)));
        Optional<String> value = given.or(() -> declaration.text("Default"));
        if (value.isEmpty()) {
            problems.add(declaration.source(), "Parameter " + name
                    + " has no default; give a value with --param " + name + "=…");
        }
        String text = value.orElse("");
        value.ifPresent(present -> check(name, present, type, declaration));
        declaration.ignore("Description", "NoEcho", "ConstraintDescription", "Default");
        declaration.done();
        values.put(name, typed(name, type, text, declaration.source()));
    }

    private void check(String name, String value, String type, Fields declaration) {
        declaration.text("AllowedPattern")
                .ifPresent(pattern -> require(Pattern.matches(pattern, value), name, declaration,
                        "doesn't match " + pattern));
        declaration.list("AllowedValues").ifPresent(
                allowed -> require(allowed.stream().anyMatch(one -> isText(one, value)), name,
                        declaration, "isn't one of AllowedValues: " + value));
        declaration.text("MinLength").ifPresent(length -> require(
                value.length() >= Integer.parseInt(length), name, declaration, "is too short"));
        declaration.text("MaxLength").ifPresent(length -> require(
                value.length() <= Integer.parseInt(length), name, declaration, "is too long"));
        boolean number = value.matches("[-+]?[0-9]+(\\.[0-9]+)?");
        require(!type.equals("Number") || number, name, declaration, "isn't a number: " + value);
        declaration.text("MinValue").filter(min -> number).ifPresent(
                min -> require(Double.parseDouble(value) >= Double.parseDouble(min), name,
                        declaration, "is less than " + min));
        declaration.text("MaxValue").filter(max -> number).ifPresent(
                max -> require(Double.parseDouble(value) <= Double.parseDouble(max), name,
                        declaration, "is more than " + max));
    }

    private static boolean isText(YamlNode node, String value) {
        return node instanceof YamlScalar scalar && scalar.text().equals(value);
    }

    private void require(boolean holds, String name, Fields declaration, String otherwise) {
        if (!holds) {
            problems.add(declaration.source(), "Parameter " + name + " " + otherwise);
        }
    }

    private YamlNode typed(String name, String type, String text, SourceLine source) {
        return switch (type) {
            case "String" -> YamlScalar.text(source, text);
            case "Number" ->
                new YamlScalar(source, text, text.contains(".") ? Kind.DECIMAL : Kind.INTEGER);
            case "CommaDelimitedList", "List<Number>", "List<String>" ->
                new YamlList(source, Arrays.stream(text.split(",", -1))
                        .map(part -> (YamlNode) YamlScalar.text(source, part.strip())).toList());
            default -> other(name, type, text, source);
        };
    }

    private YamlNode other(String name, String type, String text, SourceLine source) {
        if (type.startsWith("AWS::SSM::Parameter::Value<")) {
            String stored = options.dynamicReferences().get("ssm:" + text);
            return YamlScalar.text(source, stored == null ? text : stored);
        }
        if (!type.startsWith("AWS::")) {
            problems.add(source, "Parameter " + name + " is of unknown type " + type);
        }
        return YamlScalar.text(source, text);
    }
}
