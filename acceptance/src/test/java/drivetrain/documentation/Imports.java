package drivetrain.documentation;

/** What the examples of Java needn't import: all that they may use without saying so. */
final class Imports {
    static final String TEXT = """
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.assertj.core.api.Assertions.assertThatThrownBy;

            import com.fasterxml.jackson.databind.JsonNode;
            import com.fasterxml.jackson.databind.ObjectMapper;
            import drivetrain.circuitbreaker.*;
            import drivetrain.dependency.*;
            import drivetrain.documentation.fixture.*;
            import drivetrain.dynamodb.*;
            import drivetrain.eventstore.*;
            import drivetrain.eventstore.AppendOutcome.Appended;
            import drivetrain.eventstore.AppendOutcome.Conflict;
            import drivetrain.idempotency.*;
            import drivetrain.idempotency.IdempotentCalls.Claim;
            import drivetrain.kernel.*;
            import drivetrain.lambda.*;
            import drivetrain.local.LocalRuntime;
            import drivetrain.outbox.*;
            import drivetrain.projection.*;
            import drivetrain.projection.Projection.Advance;
            import drivetrain.standins.StandIns;
            import drivetrain.states.*;
            import drivetrain.states.engine.StatesEngine;
            import drivetrain.states.task.*;
            import drivetrain.states.testing.*;
            import drivetrain.states.time.RealScheduler;
            import java.net.URI;
            import java.net.http.*;
            import java.net.http.HttpResponse.BodyHandlers;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.CompletableFuture;
            import software.amazon.awssdk.services.dynamodb.model.*;
            import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
            import software.amazon.awssdk.services.sqs.SqsClient;
            """;

    private Imports() {}
}
