package drivetrain.architecture;

import drivetrain.acceptance.TemplateYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The template as it is written, with what intrinsic functions are given in place of their result. */
final class TemplateText {
    private TemplateText() {}

    /** The properties of all resources of a type, by logical id. */
    static Map<String, Map<?, ?>> resources(String type) {
        Map<String, Map<?, ?>> found = new TreeMap<>();
        ((Map<?, ?>) read().get("Resources")).forEach((id, resource) -> {
            if (((Map<?, ?>) resource).get("Type").equals(type)) {
                found.put((String) id, (Map<?, ?>) ((Map<?, ?>) resource).get("Properties"));
            }
        });
        return found;
    }

    /** The names of all parameters. */
    static Set<String> parameters() {
        return ((Map<?, ?>) read().get("Parameters")).keySet().stream().map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a parameter is unless it is given. */
    static String parameterDefault(String name) {
        var parameter = (Map<?, ?>) ((Map<?, ?>) read().get("Parameters")).get(name);
        return (String) parameter.get("Default");
    }

    private static Map<?, ?> read() {
        try {
            return TemplateYaml.parse(Files.readString(Project.path("template.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
