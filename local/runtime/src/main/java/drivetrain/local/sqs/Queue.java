package drivetrain.local.sqs;

import drivetrain.local.template.QueueResource;
import drivetrain.states.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One queue. Safe for many threads. Nothing is polled: a receiver that waits is answered by the
 * send, or by the timer of the visibility timeout, that makes a message available.
 *
 * <p>Standard queues hand messages out in the order in which they were sent, once each, unless the
 * visibility timeout passes; FIFO queues besides hold a group back while one of it is in flight.
 */
public final class Queue {
    private final QueueResource resource;
    private final Scheduler scheduler;
    private final Function<String, Queue> deadLetterQueues;
    private final Deduplication deduplication;
    private final Shelf shelf;
    private final Set<Waiter> waiters = new LinkedHashSet<>();
    private long lastSequence;
    private Instant alarmTime = Instant.MAX;
    private Scheduler.Timer alarm = () -> {};

    private record Waiter(CompletableFuture<List<Message>> answer, int most,
            Duration visibility) {}

    Queue(QueueResource resource, Scheduler scheduler, Function<String, Queue> deadLetterQueues) {
        this.resource = resource;
        this.scheduler = scheduler;
        this.deadLetterQueues = deadLetterQueues;
        deduplication = new Deduplication(resource.contentBasedDeduplication());
        shelf = new Shelf(resource.fifo());
    }

    /** Its properties from the template. */
    public QueueResource resource() {
        return resource;
    }

    /** Sends a message; a FIFO queue does so once within five minutes. */
    public Receipt send(MessageDraft draft) {
        Receipt receipt;
        synchronized (shelf) {
            var now = scheduler.now();
            var id = resource.fifo() ? deduplication.idOf(draft) : Optional.<String>empty();
            receipt = id.isPresent()
                    ? deduplication.once(id.get(), now, () -> store(draft, now))
                    : store(draft, now);
        }
        serve();
        return receipt;
    }

    private Receipt store(MessageDraft draft, Instant now) {
        var message = new StoredMessage(draft, now, ++lastSequence);
        message.visibleAt = now.plus(draft.delay().orElse(resource.delay()));
        shelf.put(message, now);
        return new Receipt(message.id, message.sequence);
    }

    private void accept(StoredMessage moved, String sourceArn) {
        synchronized (shelf) {
            shelf.put(moved.movedTo(++lastSequence, sourceArn), scheduler.now());
        }
        serve();
    }

    /**
     * Receives messages.
     *
     * @param wait
     *            how long to wait for the first
     * @param visibility
     *            for how long they are hidden from other receivers
     * @return up to so many messages; none when the wait is over. Cancel it to stop waiting
     */
    public CompletableFuture<List<Message>> receive(int most, Duration wait, Duration visibility) {
        var waiter = new Waiter(new CompletableFuture<>(), most, visibility);
        synchronized (shelf) {
            waiters.add(waiter);
        }
        var _ = waiter.answer().whenComplete((answer, failure) -> forget(waiter));
        serve();
        if (wait.isZero()) {
            waiter.answer().complete(List.of());
        } else if (!waiter.answer().isDone()) {
            var timeout = scheduler.schedule(wait, () -> waiter.answer().complete(List.of()));
            var _ = waiter.answer()
                    .whenComplete((answer, failure) -> timeout.cancel());
        }
        return waiter.answer();
    }

    private void forget(Waiter waiter) {
        synchronized (shelf) {
            waiters.remove(waiter);
        }
    }

    /** Deletes a message that was received; deleting it again does nothing. */
    public void delete(String receiptHandle) {
        synchronized (shelf) {
            shelf.received(receiptHandle).ifPresent(shelf::remove);
        }
        serve();
    }

    /** Has a message reappear after this time from now; false if it isn't in flight. */
    public boolean changeVisibility(String receiptHandle, Duration timeout) {
        boolean changed;
        synchronized (shelf) {
            var visibleAt = scheduler.now().plus(timeout);
            changed = shelf.received(receiptHandle)
                    .map(message -> shelf.rehide(message, visibleAt)).orElse(false);
        }
        serve();
        return changed;
    }

    /** Whether a receipt handle was of this queue's last receive of a message. */
    boolean knows(String receiptHandle) {
        synchronized (shelf) {
            return shelf.received(receiptHandle).isPresent();
        }
    }

    /** Deletes everything. */
    public void purge() {
        synchronized (shelf) {
            shelf.clear();
        }
    }

    /** How many messages there are. */
    public QueueCounts counts() {
        synchronized (shelf) {
            shelf.reveal(scheduler.now());
            return shelf.counts();
        }
    }

    /** Sends what came from other queues back to them, or everything to another queue. */
    int moveTo(Function<Optional<String>, Optional<Queue>> destinations) {
        List<StoredMessage> all;
        synchronized (shelf) {
            all = shelf.take(Integer.MAX_VALUE);
        }
        var moved = 0;
        for (var message : all) {
            var destination = destinations.apply(Optional.ofNullable(message.deadLetterSource));
            destination.orElse(this).accept(message, null);
            moved += destination.isPresent() ? 1 : 0;
        }
        return moved;
    }

    /** Gives what is available to who waits, and sets the timer for what comes next. */
    private void serve() {
        var answers = new ArrayList<Runnable>();
        synchronized (shelf) {
            var now = scheduler.now();
            shelf.reveal(now);
            for (var waiter : List.copyOf(waiters)) {
                var received = take(waiter, now, answers);
                if (received.isEmpty()) {
                    break;
                }
                waiters.remove(waiter);
                answers.add(() -> hand(received, waiter));
            }
            setAlarm(now);
        }
        answers.forEach(Runnable::run);
    }

    /** A receiver that stopped waiting just now leaves its messages to the next one. */
    private void hand(List<Message> received, Waiter waiter) {
        if (!waiter.answer().complete(received)) {
            received.forEach(message -> changeVisibility(message.receiptHandle(), Duration.ZERO));
        }
    }

    private List<Message> take(Waiter waiter, Instant now, List<Runnable> afterwards) {
        var received = new ArrayList<Message>();
        while (received.size() < waiter.most()) {
            var taken = shelf.take(waiter.most() - received.size());
            if (taken.isEmpty()) {
                break;
            }
            for (var message : taken) {
                if (isDead(message)) {
                    afterwards.add(() -> giveUp(message));
                } else if (message.sentAt.plus(resource.messageRetention()).isAfter(now)) {
                    received.add(message.received(now, now.plus(waiter.visibility())));
                    shelf.hide(message);
                }
            }
        }
        return received;
    }

    private boolean isDead(StoredMessage message) {
        return resource.redrive().filter(redrive -> message.receiveCount >= redrive
                .maxReceiveCount()).isPresent();
    }

    private void giveUp(StoredMessage message) {
        var arn = resource.redrive().orElseThrow().deadLetterArn();
        deadLetterQueues.apply(arn).accept(message, resource.arn());
    }

    private void setAlarm(Instant now) {
        var next = shelf.nextReveal().orElse(Instant.MAX);
        if (next.isBefore(alarmTime)) {
            alarm.cancel();
            alarmTime = next;
            alarm = scheduler.schedule(Duration.between(now, next), this::alarmRang);
        }
    }

    private void alarmRang() {
        synchronized (shelf) {
            alarmTime = Instant.MAX;
        }
        serve();
    }
}
