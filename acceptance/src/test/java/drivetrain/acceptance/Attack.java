package drivetrain.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One bad request, as bytes.
 *
 * @param index
 *            with the seed, makes it again
 * @param what
 *            is bad about it
 * @param target
 *            path and query as they are sent
 * @param headers
 *            whole lines
 * @param refused
 *            whether no answer but a refusal will do; else it only reads
 * @param routed
 *            whether it surely reaches the operation, whose statuses are then the only ones allowed
 */
@SuppressWarnings("ArrayRecordComponent") // Made and sent once; nobody compares attacks.
record Attack(int index, Operation operation, List<String> what, String method, String target,
        List<String> headers, byte[] body, boolean refused, boolean routed) {

    private static final int SHOWN = 200;
    private static final int LONGEST_HEAD = 10_240;
    private static final int LARGE_BODY = 60_000;

    Attack {
        what = List.copyOf(what);
        headers = List.copyOf(headers);
    }

    /** The request line and the headers. Characters are bytes, so that a text can be no UTF-8. */
    byte[] head() {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether a server may well hang up on it while it is still being sent: its head is refused
     * before the rest is read, and the answer is lost with the connection.
     */
    boolean mayBeHungUpOn() {
        return head().length > LONGEST_HEAD || (!routed && body.length > LARGE_BODY);
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return "request " + index + ", " + operation + " (" + String.join("; ", what) + "): "
                + method + " " + shortened(target) + " " + headers.stream().map(Attack::shortened)
                        .toList()
                + " " + shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, SHOWN) + "… (" + text.length() + ")";
    }
}
