package drivetrain.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP/1.1 connection that sends whatever bytes it is given, which no decent client does. Opened
 * again when the server has closed it. For one thread.
 */
final class RawHttp implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 40_000;
    private static final int TOO_LONG = 1 << 16;

    private final URI server;
    private Socket socket;
    private InputStream in;

    RawHttp(URI server) {
        this.server = server;
    }

    /** An answer; names of headers are in lower case. */
    @SuppressWarnings("ArrayRecordComponent") // Read once; nobody compares replies.
    record Reply(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * Sends a request and reads its answer.
     *
     * @throws IOException
     *             if there is none, or one that isn't HTTP
     */
    Reply send(byte[] head, byte[] body, boolean answersWithoutBody) throws IOException {
        try {
            return sendOnce(head, body, answersWithoutBody);
        } catch (SocketTimeoutException e) {
            close();
            throw e;
        } catch (IOException closedMeanwhile) {
            close();
            return sendOnce(head, body, answersWithoutBody);
        }
    }

    private Reply sendOnce(byte[] head, byte[] body, boolean answersWithoutBody)
            throws IOException {
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        var request = new ByteArrayOutputStream(head.length + body.length);
        request.writeBytes(head);
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        Reply reply = read(answersWithoutBody);
        if (reply.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return reply;
    }

    private Reply read(boolean withoutBody) throws IOException {
        String[] status = line().split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
            throw new IOException("Not an answer: " + String.join(" ", status));
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = withoutBody
                ? 0
                : Integer.parseInt(headers.getOrDefault("content-length",
                        "0"));
        return new Reply(Integer.parseInt(status[1]), headers, in.readNBytes(length));
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > TOO_LONG) {
                throw new IOException("The server closed the connection, or says too much");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
