package drivetrain.local.lambda;

import drivetrain.local.lambda.samples.Probe;
import drivetrain.local.template.AsyncPolicy;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.SourceLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes deployment packages of {@link Probe}. */
final class TestPackage {
    private TestPackage() {}

    static Path write(Path zip, String version) throws IOException {
        Path written = Files.createTempFile(zip.getParent(), "building", ".tmp");
        String probe = Probe.class.getName().replace('.', '/') + ".class";
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written));
                InputStream code = Probe.class.getClassLoader().getResourceAsStream(probe)) {
            out.putNextEntry(new ZipEntry(probe));
            code.transferTo(out);
            out.putNextEntry(new ZipEntry("version.txt"));
            out.write(version.getBytes(StandardCharsets.UTF_8));
        }
        return Files.move(written, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    static FunctionResource function(String id, Path code) {
        return function(id, code, OptionalInt.empty(), Map.of(), AsyncPolicy.DEFAULT);
    }

    static FunctionResource function(String id, Path code, OptionalInt reserved,
            Map<String, String> environment, AsyncPolicy async) {
        return function(id, code, Duration.ofSeconds(1), reserved, environment, async);
    }

    static FunctionResource slow(String id, Path code) {
        return function(id, code, Duration.ofMinutes(1), OptionalInt.empty(), Map.of(),
                AsyncPolicy.DEFAULT);
    }

    private static FunctionResource function(String id, Path code, Duration timeout,
            OptionalInt reserved, Map<String, String> environment, AsyncPolicy async) {
        return new FunctionResource(new SourceLine(Path.of("template.yaml"), 1), id, "test-" + id,
                "arn:aws:lambda:eu-central-1:000000000000:function:test-" + id, code,
                Probe.class.getName(), 256, timeout, Optional.of("live"), reserved, environment,
                async);
    }
}
