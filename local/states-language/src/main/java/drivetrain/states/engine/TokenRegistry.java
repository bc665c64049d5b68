package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.StatesException.Code;
import drivetrain.states.StatesException;
import drivetrain.states.expression.RandomValues;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The task tokens that were handed out. */
final class TokenRegistry implements TaskTokens {

    private static final int REMEMBERED = 10_000;

    private final RandomGenerator random;
    private final Map<String, TokenHolder> open = new ConcurrentHashMap<>();
    private final Map<String, Boolean> closed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    TokenRegistry(RandomGenerator random) {
        this.random = random;
    }

    /** A token that nobody can guess from another. */
    String next() {
        byte[] bytes = (RandomValues.uuid(random) + RandomValues.uuid(random)).getBytes(
                StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(bytes);
    }

    boolean isOpen(String token) {
        return open.containsKey(token);
    }

    void open(String token, TokenHolder holder) {
        open.put(token, holder);
    }

    void close(String token) {
        if (open.remove(token) != null) {
            synchronized (closed) {
                closed.put(token, true);
            }
        }
    }

    @Override
    public void succeed(String token, JsonNode output) {
        TokenHolder holder = holder(token);
        if (PayloadSize.exceeds(output, PayloadSize.LIMIT)) {
            throw new StatesException(Code.InvalidOutput, "Invalid Output: the output exceeds "
                    + PayloadSize.LIMIT + " bytes");
        }
        close(token);
        holder.succeed(output);
    }

    @Override
    public void fail(String token, String error, String cause) {
        TokenHolder holder = holder(token);
        close(token);
        holder.fail(error, cause);
    }

    @Override
    public void heartbeat(String token) {
        holder(token).heartbeat();
    }

    private TokenHolder holder(String token) {
        TokenHolder holder = open.get(token);
        if (holder != null) {
            return holder;
        }
        synchronized (closed) {
            throw closed.containsKey(token)
                    ? new StatesException(Code.TaskTimedOut, "Task Timed Out: 'Provided task does "
                            + "not exist anymore'")
                    : new StatesException(Code.InvalidToken, "Invalid Token: 'Invalid token'");
        }
    }
}
