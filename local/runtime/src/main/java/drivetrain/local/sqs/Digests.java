package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * The MD5 digests by which SDKs check what SQS stored. Source: Amazon SQS Developer Guide,
 * "Calculating the MD5 message digest for message attributes".
 */
final class Digests {
    private static final byte TEXT = 1;
    private static final byte BINARY = 2;

    private Digests() {}

    static String ofText(String text) {
        return md5(text.getBytes(StandardCharsets.UTF_8));
    }

    static String ofAttributes(ObjectNode attributes) {
        var sorted = new TreeMap<String, JsonNode>();
        attributes.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var entry : sorted.entrySet()) {
                write(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
                writeValue(out, entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return md5(bytes.toByteArray());
    }

    private static void writeValue(DataOutputStream out, JsonNode attribute) throws IOException {
        write(out, attribute.path("DataType").asText().getBytes(StandardCharsets.UTF_8));
        var text = attribute.get("StringValue");
        out.writeByte(text != null ? TEXT : BINARY);
        write(out, text != null
                ? text.asText().getBytes(StandardCharsets.UTF_8)
                : attribute.path("BinaryValue").binaryValue());
    }

    private static void write(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
