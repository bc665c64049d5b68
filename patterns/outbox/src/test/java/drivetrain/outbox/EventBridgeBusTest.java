package drivetrain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.DependencyUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

class EventBridgeBusTest {
    private final List<PutEventsRequest> requests = new ArrayList<>();

    @Test
    void answersForEachEntryInOrder() {
        var bus = bus(request -> PutEventsResponse.builder().failedEntryCount(1)
                .entries(PutEventsResultEntry.builder().eventId("1").build(),
                        PutEventsResultEntry.builder().errorCode("InternalFailure")
                                .errorMessage("try again").build())
                .build());

        var answers = bus.put(List.of(new OutgoingEvent("s", "A", "{\"n\":1}"),
                new OutgoingEvent("s", "B", "{\"n\":2}")));

        assertThat(answers).containsExactly(Optional.empty(),
                Optional.of(new Refusal("InternalFailure", "try again")));
        assertThat(requests.getFirst().entries()).first().satisfies(entry -> {
            assertThat(entry.eventBusName()).isEqualTo("the-bus");
            assertThat(entry.source()).isEqualTo("s");
            assertThat(entry.detailType()).isEqualTo("A");
            assertThat(entry.detail()).isEqualTo("{\"n\":1}");
        });
    }

    @Test
    void turnsAFailedCallIntoATransientFault() {
        var bus = bus(request -> {
            throw SdkClientException.create("connection refused");
        });

        assertThatThrownBy(() -> bus.put(List.of(new OutgoingEvent("s", "A", "{}"))))
                .isInstanceOf(DependencyUnavailable.class).hasMessageContaining("the-bus");
    }

    @Test
    void findsTheEntryThatMakesACallInvalid() {
        var bus = bus(request -> {
            if (request.entries().stream().anyMatch(entry -> entry.detailType().equals("BAD"))) {
                throw EventBridgeException.builder().statusCode(400).awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("ValidationException")
                                .errorMessage("too deep").build())
                        .build();
            }
            return PutEventsResponse.builder().entries(request.entries().stream()
                    .map(entry -> PutEventsResultEntry.builder().eventId("1").build()).toList())
                    .build();
        });

        var answers = bus.put(Stream.of("A", "B", "BAD", "C", "D")
                .map(type -> new OutgoingEvent("s", type, "{}")).toList());

        var invalid = new Refusal("InvalidArgument", "too deep");
        assertThat(answers).containsExactly(Optional.empty(), Optional.empty(),
                Optional.of(invalid), Optional.empty(), Optional.empty());
        assertThat(invalid.isPermanent()).isTrue();
    }

    private EventBus bus(Function<PutEventsRequest, PutEventsResponse> service) {
        return new EventBridgeBus(new EventBridgeClient() {
            @Override
            public PutEventsResponse putEvents(PutEventsRequest request) {
                requests.add(request);
                return service.apply(request);
            }

            @Override
            public String serviceName() {
                return "events";
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        }, "the-bus");
    }
}
