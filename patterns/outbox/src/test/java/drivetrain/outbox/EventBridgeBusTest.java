package drivetrain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.DependencyUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
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
                Optional.of("InternalFailure: try again"));
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
