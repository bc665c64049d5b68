package drivetrain.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.SamTemplate;
import drivetrain.local.template.TemplateOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The project's folders and what is built in them. */
final class Project {
    private static final Path ROOT = root();

    private Project() {}

    /** A file or folder, from the project's root. */
    static Path path(String name) {
        return ROOT.resolve(name);
    }

    /** The names of the services: the folders of {@code functions} that hold code. */
    static List<String> services() {
        return modules("functions").map(module -> module.getFileName().toString()).toList();
    }

    /** The compiled classes of every module of these folders, without those that are generated. */
    static JavaClasses classes(String... folders) {
        List<Path> modules = Stream.of(folders).flatMap(Project::modules).toList();
        return Compiled.CLASSES.that(DescribedPredicate.describe("are written by hand",
                type -> modules.stream().anyMatch(module -> hasSource(module, type))));
    }

    /** All of them, read once: what they depend on is most of the work. */
    private static final class Compiled {
        static final JavaClasses CLASSES = new ClassFileImporter().importPaths(
                Stream.of("functions", "patterns", "local").flatMap(Project::modules)
                        .map(module -> module.resolve("target/classes")).toList());
    }

    private static boolean hasSource(Path module, JavaClass type) {
        String folder = "src/main/java/" + type.getPackageName().replace('.', '/');
        return type.getSource().flatMap(Source::getFileName)
                .filter(name -> Files.exists(module.resolve(folder).resolve(name))).isPresent();
    }

    /** Whether any service or pattern has a class of this name. */
    static boolean hasClass(String className) {
        String file = "target/classes/" + className.replace('.', '/') + ".class";
        return Stream.of("functions", "patterns").flatMap(Project::modules)
                .anyMatch(module -> Files.exists(module.resolve(file)));
    }

    /** The template as the local runtime understands it, with its parameters' defaults. */
    static SamApplication application() {
        Map<String, String> secrets = Map.of(
                "secretsmanager:drivetrain/payment-provider:SecretString:apiKey", "sk_test_1",
                "secretsmanager:drivetrain/payment-provider:SecretString:webhookSecret", "whsec_1",
                "secretsmanager:drivetrain/carrier:SecretString:apiKey", "EZTK1",
                "secretsmanager:drivetrain/carrier:SecretString:webhookSecret", "hook_1");
        return SamTemplate.load(path("template.yaml"),
                new TemplateOptions("drivetrain", "eu-central-1", "000000000000",
                        URI.create("http://127.0.0.1:4566"), Map.of(), Map.of(), secrets));
    }

    /** The files of a folder whose names end so, sorted. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The modules of a folder that hold code. */
    static Stream<Path> modules(String folder) {
        return files(folder, "").stream()
                .filter(module -> Files.isDirectory(module.resolve("src/main/java")));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Run this inside the project");
            }
        }
        return folder;
    }
}
