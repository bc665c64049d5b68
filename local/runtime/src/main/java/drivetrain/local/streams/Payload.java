package drivetrain.local.streams;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The event of a batch: {@code {"Records": […]}}. */
final class Payload {
    /** The most that Lambda takes at once. */
    static final int LIMIT_BYTES = 6 * 1024 * 1024;

    private static final byte[] START = "{\"Records\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    private Payload() {}

    static byte[] of(List<byte[]> records) {
        var size = START.length + END.length + records.size();
        for (var one : records) {
            size += one.length;
        }
        var out = new ByteArrayOutputStream(size);
        out.writeBytes(START);
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(records.get(i));
        }
        out.writeBytes(END);
        return out.toByteArray();
    }
}
