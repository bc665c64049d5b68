package drivetrain.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.states.time.VirtualScheduler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class QueueTest {
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    private final VirtualScheduler time = new VirtualScheduler();
    private final Queues queues = new Queues(time, List.of(QueueFixture.standard("work", "dead", 2),
            QueueFixture.standard("dead"), QueueFixture.fifo("line.fifo")));
    private final Queue work = queues.named("work");
    private final Queue dead = queues.named("dead");
    private final Queue line = queues.named("line.fifo");

    @Test
    void handsMessagesOutInTheOrderOfTheirSending() {
        send(work, "a", "b", "c");

        assertThat(bodies(receive(work, 2))).containsExactly("a", "b");
        assertThat(bodies(receive(work, 2))).containsExactly("c");
        assertThat(receive(work, 2)).isEmpty();
    }

    @Test
    void answersWhoWaitsAsSoonAsAMessageComes() {
        var waiting = work.receive(10, Duration.ofSeconds(20), VISIBILITY);
        assertThat(waiting).isNotDone();

        send(work, "a");

        assertThat(bodies(waiting.join())).containsExactly("a");
    }

    @Test
    void answersNothingWhenTheWaitIsOver() {
        var waiting = work.receive(10, Duration.ofSeconds(20), VISIBILITY);

        time.advance(Duration.ofSeconds(19));
        assertThat(waiting).isNotDone();
        time.advance(Duration.ofSeconds(1));

        assertThat(waiting.join()).isEmpty();
    }

    @Test
    void givesNothingToWhoStoppedWaiting() {
        CompletableFuture<List<Message>> stopped = work.receive(10, Duration.ofSeconds(20),
                VISIBILITY);
        stopped.cancel(false);

        send(work, "a");

        assertThat(bodies(receive(work, 10))).containsExactly("a");
    }

    @Test
    void showsAMessageAgainAfterTheVisibilityTimeout() {
        send(work, "a");
        var first = receive(work, 1).getFirst();
        var waiting = work.receive(1, Duration.ofSeconds(60), VISIBILITY);

        time.advance(Duration.ofSeconds(29));
        assertThat(waiting).isNotDone();
        time.advance(Duration.ofSeconds(1));

        var second = waiting.join().getFirst();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.receiveCount()).isEqualTo(2);
        assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
    }

    @Test
    void deletesAMessageByItsLastReceiptOnly() {
        send(work, "a");
        var first = receive(work, 1).getFirst();
        time.advance(VISIBILITY);
        var second = receive(work, 1).getFirst();

        work.delete(first.receiptHandle());
        assertThat(work.counts()).isEqualTo(new QueueCounts(0, 1, 0));
        work.delete(second.receiptHandle());

        assertThat(work.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    @Test
    void changesVisibilityOfMessagesInFlight() {
        send(work, "a");
        var received = receive(work, 1).getFirst();

        assertThat(work.changeVisibility(received.receiptHandle(), Duration.ofSeconds(90)))
                .isTrue();
        time.advance(Duration.ofSeconds(60));
        assertThat(receive(work, 1)).isEmpty();
        assertThat(work.changeVisibility(received.receiptHandle(), Duration.ZERO)).isTrue();

        assertThat(bodies(receive(work, 1))).containsExactly("a");
        assertThat(work.changeVisibility("unknown", Duration.ZERO)).isFalse();
    }

    @Test
    void delaysMessages() {
        work.send(new MessageDraft("late", MessageDraft.of("").attributes(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(10))));
        assertThat(work.counts()).isEqualTo(new QueueCounts(0, 0, 1));
        assertThat(receive(work, 1)).isEmpty();

        time.advance(Duration.ofSeconds(10));

        assertThat(bodies(receive(work, 1))).containsExactly("late");
    }

    @Test
    void movesAMessageToTheDeadLetterQueueInsteadOfReceivingItTooOften() {
        send(work, "poison");
        receive(work, 1);
        time.advance(VISIBILITY);
        receive(work, 1);
        time.advance(VISIBILITY);

        assertThat(receive(work, 1)).isEmpty();

        var given = receive(dead, 1).getFirst();
        assertThat(given.content().body()).isEqualTo("poison");
        assertThat(given.deadLetterSource()).contains(QueueFixture.arn("work"));
        assertThat(work.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    @Test
    void movesDeadLettersBackToWhereTheyCameFrom() {
        send(work, "poison");
        receive(work, 1);
        time.advance(VISIBILITY);
        receive(work, 1);
        time.advance(VISIBILITY);
        receive(work, 1);

        var moved = dead.moveTo(source -> source.map(queues::ofArn));

        assertThat(moved).isEqualTo(1);
        assertThat(dead.counts().available()).isZero();
        assertThat(work.counts().available()).isEqualTo(1);
    }

    @Test
    void forgetsMessagesAfterTheirRetention() {
        send(work, "old");
        time.advance(Duration.ofDays(4));
        send(work, "new");

        assertThat(bodies(receive(work, 10))).containsExactly("new");
    }

    @Test
    void holdsAGroupBackWhileOneOfItIsInFlight() {
        line.send(MessageDraft.of("a1").inGroup("a", "1"));
        line.send(MessageDraft.of("a2").inGroup("a", "2"));
        line.send(MessageDraft.of("b1").inGroup("b", "3"));

        var first = receive(line, 1);
        assertThat(bodies(first)).containsExactly("a1");
        assertThat(bodies(receive(line, 10))).containsExactly("b1");
        line.delete(first.getFirst().receiptHandle());

        assertThat(bodies(receive(line, 10))).containsExactly("a2");
    }

    @Test
    void takesADuplicateOfAFifoQueueOnceInFiveMinutes() {
        var first = line.send(MessageDraft.of("a").inGroup("a", "same"));
        var second = line.send(MessageDraft.of("a").inGroup("a", "same"));
        time.advance(Duration.ofMinutes(6));
        var third = line.send(MessageDraft.of("a").inGroup("a", "same"));

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
        assertThat(line.counts().available()).isEqualTo(2);
    }

    private static void send(Queue queue, String... bodies) {
        for (var body : bodies) {
            queue.send(MessageDraft.of(body));
        }
    }

    private static List<Message> receive(Queue queue, int most) {
        return queue.receive(most, Duration.ZERO, VISIBILITY).join();
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream().map(message -> message.content().body()).toList();
    }
}
