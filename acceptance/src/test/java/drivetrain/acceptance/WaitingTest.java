package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void asksASystemAgainThatIsBusyAfterTheTimeThatItNames() {
        Queue<Answer> answers = new ArrayDeque<>(
                List.of(answer(503, "1"), answer(429, ""), answer(201, "")));
        Instant start = Instant.now();

        Answer answer = Waiting.whileBusy(PATIENCE, answers::remove);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(Duration.between(start, Instant.now()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesTheLastAnswerWhenPatienceDoesNotSuffice() {
        Queue<Answer> answers = new ArrayDeque<>(List.of(answer(503, "3600")));

        assertThat(Waiting.whileBusy(PATIENCE, answers::remove).status()).isEqualTo(503);
    }

    @Test
    void doesNotAskAgainAfterAnyOtherAnswer() {
        Queue<Answer> answers = new ArrayDeque<>(List.of(answer(500, "")));

        assertThat(Waiting.whileBusy(PATIENCE, answers::remove).status()).isEqualTo(500);
    }

    private static Answer answer(int status, String retryAfter) {
        Map<String, List<String>> headers = retryAfter.isEmpty()
                ? Map.of()
                : Map.of("Retry-After", List.of(retryAfter));
        return new Answer(status, HttpHeaders.of(headers, (_, _) -> true),
                MissingNode.getInstance());
    }
}
