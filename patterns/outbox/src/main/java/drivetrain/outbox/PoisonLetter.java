package drivetrain.outbox;

import drivetrain.lambda.RawJson;
import drivetrain.lambda.StreamRecord;
import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * A poison record in a dead-letter queue: whole, in the shape in which Lambda itself keeps what an
 * asynchronous invocation failed on. It says which function failed, on what, and why. (What Lambda
 * keeps of a stream is only a record's place in it, and the stream forgets after a day.)
 *
 * <p>Source: Lambda developer guide, "Capturing records of Lambda asynchronous invocations".
 *
 * @param requestPayload the batch with this record alone, which the function can be invoked with
 */
@Json
public record PoisonLetter(String version, Instant timestamp, Context requestContext,
        @Json.Raw String requestPayload, Cause responsePayload) {
    /** The condition that a letter gives; Lambda's own have others. */
    public static final String CONDITION = "PoisonRecord";

    private static final String VERSION = "1.0";

    /** Which function failed. */
    @Json
    public record Context(String functionArn, String condition) {}

    /** What it failed with. */
    @Json
    public record Cause(String errorType, String errorMessage) {}

    static PoisonLetter of(String functionArn, StreamRecord poison, RuntimeException cause,
            Instant now) {
        return new PoisonLetter(VERSION, now, new Context(functionArn, CONDITION),
                RawJson.ascii(poison.toBatchJson()), new Cause(cause.getClass().getName(),
                        String.valueOf(cause.getMessage())));
    }
}
