package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each deployment package carries NOTICE, and NOTICE lists what the packages carry, under licences
 * that are allowed. {@code scripts/notice --check} holds it against the bills of materials, too.
 */
class NoticeIT {
    private static final String MEND = "stale NOTICE: scripts/notice writes it";
    private static final Pattern VERSION = Pattern.compile("-\\d[\\w.]*(-[A-Z]+)?\\.jar$");
    private static final Pattern LIBRARY = Pattern.compile(" {2}([\\w.-]+):([\\w.-]+)");

    static List<String> services() {
        return Project.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theNoticeListsTheLibrariesOfAService(String service) throws IOException {
        assertThat(listed().getOrDefault(service, Set.of())).as("%s, %s", service, MEND)
                .isEqualTo(carried(service)).contains("dynamodb");
    }

    @ParameterizedTest
    @MethodSource("services")
    void thePackageCarriesLicenceAndNotice(String service) throws IOException {
        try (ZipFile zip = new ZipFile(zip(service).toFile())) {
            for (String name : List.of("LICENSE", "NOTICE")) {
                try (InputStream inside = zip.getInputStream(zip.getEntry("META-INF/" + name))) {
                    assertThat(inside).as("%s of %s", name, service)
                            .hasBinaryContent(Files.readAllBytes(Project.path(name)));
                }
            }
        }
    }

    @Test
    void everyLicenceIsAllowed() throws IOException {
        Set<String> allowed = Files.readAllLines(Project.path("scripts/allowed-licences.txt"))
                .stream().filter(line -> !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());

        assertThat(licences()).as(MEND).isNotEmpty().isSubsetOf(allowed);
    }

    /** After the head, a licence stands at the start of a line, and its libraries under it. */
    private static List<String> licences() throws IOException {
        List<String> lines = notice();
        return Stream.iterate(0, line -> line + 1).limit(lines.size())
                .filter(at -> !lines.get(at).isEmpty() && !lines.get(at).startsWith(" "))
                .filter(at -> at + 2 < lines.size() && LIBRARY.matcher(lines.get(at + 2)).matches())
                .map(lines::get).toList();
    }

    private static Map<String, Set<String>> listed() throws IOException {
        Map<String, Set<String>> byService = new HashMap<>();
        String library = "";
        for (String line : notice()) {
            var named = LIBRARY.matcher(line);
            if (named.matches()) {
                library = named.group(2);
            } else if (line.startsWith("    in ")) {
                String users = line.substring("    in ".length());
                List<String> all = users.equals("every service")
                        ? Project.services()
                        : List.of(users.split(", "));
                for (String service : all) {
                    byService.computeIfAbsent(service, _ -> new HashSet<>()).add(library);
                }
            }
        }
        return byService;
    }

    private static Set<String> carried(String service) throws IOException {
        try (ZipFile zip = new ZipFile(zip(service).toFile())) {
            return zip.stream().map(entry -> entry.getName())
                    .filter(name -> name.startsWith("lib/") && name.endsWith(".jar"))
                    .map(name -> VERSION.matcher(name.substring("lib/".length())).replaceFirst(""))
                    .filter(name -> !name.startsWith("drivetrain-"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> notice() throws IOException {
        return Files.readAllLines(Project.path("NOTICE"));
    }

    private static Path zip(String service) {
        return Project.path("functions/" + service + "/target/" + service + ".zip");
    }
}
