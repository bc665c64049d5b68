package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.StatesException;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.time.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Activities: work that waits for workers, and workers that wait for work. */
final class ActivityRegistry implements Activities {

    private static final Duration LONG_POLL = Duration.ofSeconds(60);

    private final Arns arns;
    private final Scheduler scheduler;
    private final TokenRegistry tokens;
    private final Map<String, Desk> desks = new LinkedHashMap<>();

    private record Offer(Work work, TokenHolder holder) {}

    private record Worker(String name, CompletableFuture<Optional<Work>> answer) {}

    private static final class Desk {
        private final Deque<Offer> offers = new ArrayDeque<>();
        private final Deque<Worker> workers = new ArrayDeque<>();
    }

    ActivityRegistry(Arns arns, Scheduler scheduler, TokenRegistry tokens) {
        this.arns = arns;
        this.scheduler = scheduler;
        this.tokens = tokens;
    }

    @Override
    public synchronized String create(String name) {
        String arn = arns.activity(name);
        desks.putIfAbsent(arn, new Desk());
        return arn;
    }

    @Override
    public synchronized void delete(String arn) {
        desks.remove(arn);
    }

    @Override
    public synchronized List<String> list() {
        return new ArrayList<>(desks.keySet());
    }

    /** Fails the state if there is no such activity. */
    synchronized void check(String arn, UnaryOperator<String> describe) {
        if (!desks.containsKey(arn)) {
            throw new StateFailure(EvaluationFailure.RUNTIME,
                    describe.apply("The activity " + arn + " does not exist."));
        }
    }

    synchronized void offer(String arn, String token, JsonNode input, TokenHolder holder) {
        Offer offer = new Offer(new Work(token, input), holder);
        Desk desk = desks.get(arn);
        Worker worker = desk.workers.poll();
        while (worker != null && worker.answer.isDone()) {
            worker = desk.workers.poll();
        }
        if (worker == null) {
            desk.offers.add(offer);
        } else {
            hand(offer, worker);
        }
    }

    @Override
    public synchronized CompletionStage<Optional<Work>> poll(String arn, String workerName) {
        Desk desk = desks.get(arn);
        if (desk == null) {
            throw new StatesException(StatesException.Code.ActivityDoesNotExist,
                    "Activity does not exist: " + arn);
        }
        Worker worker = new Worker(workerName, new CompletableFuture<>());
        Offer offer = desk.offers.poll();
        while (offer != null && !tokens.isOpen(offer.work.taskToken())) {
            offer = desk.offers.poll();
        }
        if (offer == null) {
            desk.workers.add(worker);
            scheduler.schedule(LONG_POLL, () -> worker.answer.complete(Optional.empty()));
        } else {
            hand(offer, worker);
        }
        return worker.answer;
    }

    /** The start is told before the work is given, so that an answer can't overtake it. */
    private void hand(Offer offer, Worker worker) {
        offer.holder.started(worker.name);
        scheduler.execute(() -> worker.answer.complete(Optional.of(offer.work)));
    }
}
