package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes a good body bad, or at least odd: in its tree, or in its bytes. */
final class BodyMutations {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String NUMBER = "(?<=[:\\[,])\\d+(?=[,}\\]])";

    private BodyMutations() {}

    /** Puts hostile values, or odd members, in one to three places of the tree. */
    static byte[] tree(JsonNode example, RandomGenerator random) {
        JsonNode root = example;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            List<ContainerNode<?>> places = places(root);
            if (places.isEmpty() || random.nextInt(10) == 0) {
                root = Hostile.value(random);
            } else {
                change(places.get(random.nextInt(places.size())), random);
            }
        }
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<ContainerNode<?>> places(JsonNode root) {
        List<ContainerNode<?>> places = new ArrayList<>();
        if (root instanceof ContainerNode<?> container) {
            places.add(container);
            container.forEach(child -> places.addAll(places(child)));
        }
        return places;
    }

    private static void change(ContainerNode<?> place, RandomGenerator random) {
        switch (place) {
            case ObjectNode object -> change(object, random);
            case ArrayNode array -> {
                if (array.isEmpty() || random.nextBoolean()) {
                    array.add(Hostile.value(random));
                } else {
                    array.set(random.nextInt(array.size()), Hostile.value(random));
                }
            }
            default -> throw new IllegalStateException("JSON has no other containers");
        }
    }

    private static void change(ObjectNode object, RandomGenerator random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(4) == 0) {
            object.set(Hostile.text(random), Hostile.value(random));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name.toUpperCase(Locale.ROOT), object.remove(name));
            case 2 -> object.set(name, object.get(names.get(random.nextInt(names.size()))));
            default -> object.set(name, Hostile.value(random));
        }
    }

    /** Breaks the text, its encoding or its size. */
    static byte[] bytes(JsonNode example, RandomGenerator random) {
        String json = example.toString();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(16)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> flipped(bytes, random);
            case 2 -> inserted(bytes, random, 0xff, 0xfe);
            case 3 -> inserted(bytes, random, 0xc3, 0x28, 0xed, 0xa0, 0x80);
            case 4 -> inserted(bytes, random, 0);
            case 5 -> json.getBytes(StandardCharsets.UTF_16);
            case 6 -> json.getBytes(Charset.forName("UTF-32LE"));
            case 7 -> utf8("\ufeff" + json);
            case 8 -> utf8(json + Hostile.pick(random, "x", "{}", "]", ",", "//", "\u0000"));
            case 9 -> utf8(json.replaceFirst("\\{", "{\"lines\":[],\"lines\":null,"));
            case 10 -> utf8(json.replace("{", "{" + firstMember(json) + ","));
            case 11 -> utf8(json.replaceAll(NUMBER, Hostile.pick(random, "NaN", "1e999999999", "-",
                    "0x1", "1.", ".5", "+1", "01", "9".repeat(5_000), "1e-999999999", "Infinity")));
            case 12 -> utf8(Hostile.pick(random, "[", "{\"a\":").repeat(
                    1 + random.nextInt(30_000)));
            case 13 -> utf8(Hostile.pick(random, "a=b&c=d", "<a/>", "null", "\"", "'{}'", "{a:1}",
                    "/* */{}", "%7B%7D", "true", "0"));
            case 14 -> random.nextInt(25) == 0
                    ? padded(json, random)
                    : utf8(json.toLowerCase(
                            Locale.ROOT));
            default -> utf8(json.replace("\"", "'"));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, RandomGenerator random) {
        byte[] copy = bytes.clone();
        for (int times = 1 + random.nextInt(5); times > 0; times--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] inserted(byte[] bytes, RandomGenerator random, int... more) {
        int at = random.nextInt(bytes.length);
        byte[] longer = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        for (int i = 0; i < more.length; i++) {
            longer[at + i] = (byte) more[i];
        }
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    /** The first member of the outermost object, to say it twice. */
    private static String firstMember(String json) {
        int colon = json.indexOf(':');
        return colon < 0 ? "\"a\":1" : json.substring(1, colon) + ":null";
    }

    /** Up to and beyond what a function (6 MB) and the gateway (10 MB) take. */
    private static byte[] padded(String json, RandomGenerator random) {
        int size = (5 + random.nextInt(7)) * MEGABYTE;
        String member = random.nextBoolean() ? "\"name\":\"" : "\"x\":\"";
        return utf8(json.replaceFirst("\\{", "{" + member + "a".repeat(size) + "\","));
    }
}
