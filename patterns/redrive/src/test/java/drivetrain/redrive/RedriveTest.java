package drivetrain.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedriveTest {
    private static final String DEAD = "dead-letters";
    private static final String EVENT = "{\"detail-type\":\"ThingChanged\"}";

    private final FakeQueues queues = new FakeQueues();
    private final FakeFunctions functions = new FakeFunctions();
    private final FakeStream stream = new FakeStream();
    private final List<String> taken = new ArrayList<>();
    private final Redrive redrive = new Redrive(new Clients(queues, functions, stream),
            queues.clock());
    private String answer = "";

    RedriveTest() {
        functions.add("Consume", payload -> {
            taken.add(payload);
            return answer;
        });
    }

    @Test
    void invokesTheFunctionThatAnEventWasMeantForAndDeletesTheLetter() {
        queues.send(DEAD, invocation(EVENT), Map.of());

        assertThat(redrive.run(DEAD)).isEqualTo(new Report(1, List.of()));
        assertThat(redrive.run(DEAD)).isEqualTo(new Report(0, List.of()));

        assertThat(taken).containsExactly(EVENT);
        assertThat(queues.bodies(DEAD)).isEmpty();
    }

    @Test
    void leavesALetterWhoseFunctionFailsAgain() {
        functions.add("Consume", _ -> {
            throw new IllegalStateException("still broken");
        });
        queues.send(DEAD, invocation(EVENT), Map.of());

        assertThat(redrive.run(DEAD).left()).singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("IllegalStateException"));
        assertThat(queues.bodies(DEAD)).hasSize(1);
    }

    @Test
    void leavesARecordThatTheFunctionReportsAsFailed() {
        answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}";
        queues.send(DEAD, invocation("{\"Records\":[]}"), Map.of());

        assertThat(redrive.run(DEAD).taken()).isZero();
        assertThat(queues.bodies(DEAD)).hasSize(1);
    }

    @Test
    void endsWhenAFunctionSetsTheSameRecordAsideAgain() {
        functions.add("Consume", payload -> {
            queues.send(DEAD, invocation(payload), Map.of());
            return "{\"batchItemFailures\":[]}";
        });
        queues.send(DEAD, invocation("{\"Records\":[]}"), Map.of());

        var report = redrive.run(DEAD);

        assertThat(report.left()).singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("set aside again"));
        assertThat(queues.bodies(DEAD)).hasSize(1);
    }

    @Test
    void readsTheRecordsThatALetterOnlyNamesFromTheStream() {
        for (int version = 1; version <= 7; version++) {
            stream.write("a", version);
        }
        queues.send(DEAD, range("1001", "1005"), Map.of());

        assertThat(redrive.run(DEAD).taken()).isEqualTo(1);

        assertThat(taken).hasSize(5).first().asString().contains("\"SequenceNumber\":\"1001\"")
                .contains("\"NewImage\":{").contains("\"version\":{\"N\":\"2\"}");
    }

    @Test
    void leavesALetterWhoseRecordsTheStreamHasForgotten() {
        stream.write("a", 1);
        stream.forget();
        queues.send(DEAD, range("1000", "1000"), Map.of());

        assertThat(redrive.run(DEAD).left()).singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("forgotten"));
    }

    @Test
    void givesAnEventToTheTargetOfItsRule() {
        queues.send(DEAD, EVENT, Map.of("TARGET_ARN", FakeFunctions.arn("Consume")));
        queues.send(DEAD, EVENT,
                Map.of("TARGET_ARN", "arn:aws:sqs:eu-central-1:000000000000:work"));
        queues.send(DEAD, EVENT, Map.of("TARGET_ARN", "arn:aws:states:::stateMachine:x"));

        var report = redrive.run(DEAD);

        assertThat(report.taken()).isEqualTo(2);
        assertThat(taken).containsExactly(EVENT);
        assertThat(queues.bodies("work")).containsExactly(EVENT);
        assertThat(report.left()).extracting(Report.Left::reason)
                .containsExactly("targets of states aren't known here");
    }

    @Test
    void putsAMessageBackIntoTheQueueThatItCameFrom() {
        queues.isDeadLetterQueueOf(DEAD, "work");
        queues.send(DEAD, "some text", Map.of());

        assertThat(redrive.run(DEAD).taken()).isEqualTo(1);
        assertThat(queues.bodies("work")).containsExactly("some text");
    }

    @Test
    void leavesAMessageThatNobodyKnowsTheOriginOf() {
        queues.isDeadLetterQueueOf(DEAD, "work", "other");
        queues.send(DEAD, "some text", Map.of());

        assertThat(redrive.run(DEAD).left()).singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("2 sources"));
    }

    private static String invocation(String payload) {
        return "{\"version\":\"1.0\",\"requestContext\":{\"functionArn\":\""
                + FakeFunctions.arn("Consume") + "\"},\"requestPayload\":" + payload + "}";
    }

    private static String range(String first, String last) {
        return ("{\"requestContext\":{\"functionArn\":\"%s\"},\"DDBStreamBatchInfo\":{"
                + "\"shardId\":\"%s\",\"startSequenceNumber\":\"%s\",\"endSequenceNumber\":\"%s\","
                + "\"streamArn\":\"%s\"}}").formatted(FakeFunctions.arn("Consume"),
                        FakeStream.SHARD, first, last, FakeStream.ARN);
    }
}
