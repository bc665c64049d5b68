package drivetrain.local.template;

import java.nio.file.Path;

/** A place in a template, for messages; lines count from one. */
public record SourceLine(Path file, int line) {
    @Override
    public String toString() {
        return file.getFileName() + ":" + line;
    }
}
