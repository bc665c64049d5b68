package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.StorageUnavailable;
import drivetrain.lambda.StreamFunction.Failure;
import drivetrain.testing.FunctionRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamFunctionTest {
    private static final String EVENT = """
        {"Records":[
         {"eventID":"1","eventName":"INSERT","dynamodb":{"SequenceNumber":"100",
          "Keys":{"sku":{"S":"A"}},"NewImage":{"sku":{"S":"A"},"onHand":{"N":"7"},
          "tags":{"L":[{"S":"x"},{"NULL":true}]},"price":{"M":{"minorUnits":{"N":"5"}}},
          "active":{"BOOL":true},"sizes":{"NS":["1","2"]},"names":{"SS":["n"]},"raw":{"B":"AQI="}}}},
         {"eventID":"2","eventName":"MODIFY","dynamodb":{"SequenceNumber":"101",
          "Keys":{"sku":{"S":"B"}},"NewImage":{"sku":{"S":"B"}},"OldImage":{"sku":{"S":"B"}}}},
         {"eventID":"3","eventName":"REMOVE","dynamodb":{"SequenceNumber":"102",
          "Keys":{"sku":{"S":"C"}},"OldImage":{"sku":{"S":"C"}}}}]}""";

    @Test
    void readsEveryTypeOfAttribute() {
        var seen = new ArrayList<StreamRecord>();
        var function = StreamFunction.ofRecords(seen::add);

        var run = FunctionRun.of(function::handle, EVENT);

        assertThat(run.output()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(seen).extracting(StreamRecord::change).containsExactly(
                StreamRecord.Change.INSERT, StreamRecord.Change.MODIFY, StreamRecord.Change.REMOVE);
        var image = seen.getFirst().newImage();
        assertThat(image.get("onHand").n()).isEqualTo("7");
        assertThat(image.get("tags").l()).containsExactly(AttributeValue.fromS("x"),
                AttributeValue.fromNul(true));
        assertThat(image.get("price").m())
                .isEqualTo(Map.of("minorUnits", AttributeValue.fromN("5")));
        assertThat(image.get("active").bool()).isTrue();
        assertThat(image.get("sizes").ns()).containsExactly("1", "2");
        assertThat(image.get("names").ss()).containsExactly("n");
        assertThat(image.get("raw").b().asByteArray()).containsExactly(1, 2);
        assertThat(seen.getLast().newImage()).isEmpty();
    }

    @Test
    void writesARecordAsItReadIt() {
        var seen = new ArrayList<StreamRecord>();
        FunctionRun.of(StreamFunction.ofRecords(seen::add)::handle, EVENT);
        var again = new ArrayList<StreamRecord>();

        seen.forEach(record -> FunctionRun.of(StreamFunction.ofRecords(again::add)::handle,
                record.toBatchJson()));

        assertThat(again).isEqualTo(seen);
    }

    @Test
    void setsAPoisonRecordAsideAndGoesOn() {
        var kept = new ArrayList<String>();
        var function = StreamFunction.ofBatches(records -> List.of(
                new Failure(records.get(0), new IllegalArgumentException("no such type")),
                new Failure(records.get(2), new IllegalStateException("odd"))))
                .settingAside((functionArn, poison, cause) -> kept.add(functionArn + " "
                        + poison.sequenceNumber() + " " + cause.getMessage()));

        var run = FunctionRun.of(function::handle, EVENT);

        assertThat(run.output()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(kept).hasSize(2).first().asString()
                .startsWith("arn:aws:lambda:").endsWith(" 100 no such type");
        assertThat(run.log().getFirst()).contains("\"ERROR\"").contains("no such type");
    }

    @Test
    void leavesWhatLiesBehindATransientFaultToTheNextDelivery() {
        var kept = new ArrayList<String>();
        var function = StreamFunction.ofBatches(records -> List.of(
                new Failure(records.get(0), new IllegalArgumentException("no such type")),
                new Failure(records.get(1), new StorageUnavailable("throttled")),
                new Failure(records.get(2), new IllegalArgumentException("no such type"))))
                .settingAside((_, poison, _) -> kept.add(poison.sequenceNumber()));

        var run = FunctionRun.of(function::handle, EVENT);

        assertThat(run.output()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"101\"},"
                + "{\"itemIdentifier\":\"102\"}]}");
        assertThat(kept).containsExactly("100");
    }

    @Test
    void countsAPoisonRecordThatCannotBeKeptAsFailed() {
        var function = StreamFunction.ofBatches(
                records -> List.of(new Failure(records.get(1), new IllegalStateException("odd"))))
                .settingAside((_, _, _) -> {
                    throw new StorageUnavailable("no queue");
                });

        var run = FunctionRun.of(function::handle, EVENT);

        assertThat(run.output())
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"101\"}]}");
        assertThat(run.log()).anyMatch(line -> line.contains("no queue"));
    }

    @Test
    void endsTheBatchAtTheFirstFailureSoThatOrderIsKept() {
        var seen = new ArrayList<String>();
        var function = StreamFunction.ofRecords(next -> {
            seen.add(next.sequenceNumber());
            if (next.sequenceNumber().equals("101")) {
                throw new StorageUnavailable("Views: throttled");
            }
        });

        var run = FunctionRun.of(function::handle, EVENT);

        assertThat(seen).containsExactly("100", "101");
        assertThat(run.output())
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"101\"}]}");
        assertThat(run.log().getFirst()).contains("\"WARN\"").contains("Views: throttled");
    }

    @Test
    void saysWhichRequestsMadeTheChangesOfABatch() {
        var function = StreamFunction.ofRecords(next -> {
            if (next.sequenceNumber().equals("101")) {
                throw new StorageUnavailable("Views: throttled");
            }
        });
        var marked = EVENT.replace("{\"sku\":{\"S\":\"A\"},\"onHand\"",
                "{\"correlationId\":{\"S\":\"c-1\"},\"onHand\"").replace(
                        "\"OldImage\":{\"sku\":{\"S\":\"C\"}}",
                        "\"OldImage\":{\"correlationId\":{\"S\":\"c-1\"}}");

        var log = FunctionRun.of(function::handle, marked).log();

        assertThat(log).hasSize(2)
                .allMatch(line -> line.contains("\"correlationIds\":[\"c-1\",\"101\"]"));
        assertThat(log.getFirst()).contains("\"correlationId\":\"101\"");
    }
}
