package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A copy of all that is deployed, whose services can be replaced while it runs. */
record Deployment(Path folder) {

    /** This project's, copied to an empty folder. */
    static Deployment copiedTo(Path folder) throws IOException {
        Path project = LocalSystem.templateOfThisProject().getParent();
        List<Path> deployed = new ArrayList<>();
        for (String part : List.of("api", "step-functions", "functions")) {
            try (Stream<Path> files = Files.walk(project.resolve(part))) {
                deployed.addAll(files.map(project::relativize).filter(Deployment::isDeployed)
                        .toList());
            }
        }
        deployed.add(Path.of("template.yaml"));
        for (Path file : deployed) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(project.resolve(file), folder.resolve(file));
        }
        return new Deployment(folder);
    }

    private static boolean isDeployed(Path file) {
        String name = file.toString();
        return name.endsWith(".zip") || name.endsWith(".yaml")
                || (name.endsWith(".json") && !name.contains("target"));
    }

    Path template() {
        return folder.resolve("template.yaml");
    }

    /**
     * Puts another zip of a service in place, in which a class has other texts.
     *
     * @param with as long as the text that it replaces, so that the class file stays valid
     */
    void replace(String service, String classFile, String text, String with) throws IOException {
        Path target = folder.resolve("functions/" + service + "/target/" + service + ".zip");
        Path fresh = Files.createTempFile(folder, "fresh", ".zip");
        try (ZipFile from = new ZipFile(target.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(fresh))) {
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries
                    .hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = from.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    to.write(entry.getName().equals(classFile)
                            ? changed(bytes, text, with)
                            : bytes);
                }
            }
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] changed(byte[] classFile, String text, String with) {
        String content = new String(classFile, StandardCharsets.ISO_8859_1);
        assertThat(content).contains(text);
        assertThat(with).hasSameSizeAs(text);
        return content.replace(text, with).getBytes(StandardCharsets.ISO_8859_1);
    }
}
