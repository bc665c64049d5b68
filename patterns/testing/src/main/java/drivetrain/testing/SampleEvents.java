package drivetrain.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample inputs of the functions, {@code events/<service>/<function>.json}. Thread-safe. */
public final class SampleEvents {
    private static final Path FOLDER = ProjectFolder.of("events/schemas").getParent();

    private SampleEvents() {}

    /**
     * A sample's text.
     *
     * @param name its path without the ending, such as {@code orders/PlaceOrder}
     * @throws UncheckedIOException if there is none
     */
    public static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
