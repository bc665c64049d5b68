package drivetrain.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsCall;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.aws.AwsService;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.meter.Meter;
import drivetrain.local.sqs.Queues;
import drivetrain.local.template.SamApplication;
import drivetrain.states.time.Scheduler;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The event buses of the application, among them {@code default}, its rules and its schedules, and
 * EventBridge's API for them.
 */
public final class EventBuses implements AwsService, AutoCloseable {
    private static final String DEFAULT = "default";

    private final Map<String, EventBus> byName = new LinkedHashMap<>();
    private final Scheduler scheduler;
    private final Delivery delivery;
    private final EventsApi api;
    private final Schedules schedules;
    private final EventLog log;

    /**
     * What targets are reached through.
     *
     * @param aws
     *            starts workflows
     * @param timeScale
     *            by how much waits between retries are multiplied; 1 is EventBridge's own pace
     * @param seed
     *            of the jitter between retries
     * @param log
     *            hears every event that is put on a bus
     * @param meter
     *            counts the events that are billed, and what is sent to queues
     */
    public record Parts(Scheduler scheduler, FunctionInvoker functions, Queues queues, AwsCall aws,
            double timeScale, long seed, EventLog log, Meter meter) {}

    /**
     * Makes the buses and their rules; schedules begin with {@link #startSchedules}.
     *
     * @throws IllegalArgumentException
     *             for a pattern or schedule that EventBridge wouldn't take, with its place
     */
    public EventBuses(SamApplication application, Parts parts) {
        scheduler = parts.scheduler();
        log = parts.log();
        var targets = new Targets(parts.functions(), parts.queues(), parts.aws(),
                (arn, event) -> put(ofArn(arn), event), parts.meter());
        delivery = new Delivery(targets, parts.queues(), scheduler, parts.timeScale(),
                parts.seed());
        var region = application.region();
        var account = application.accountId();
        addBus(DEFAULT, "arn:aws:events:" + region + ":" + account + ":event-bus/" + DEFAULT);
        application.eventBuses().forEach(bus -> addBus(bus.name(), bus.arn()));
        application.rules().forEach(rule -> named(rule.busName()).add(rule));
        api = new EventsApi(this, new EventEntries(region, account), scheduler,
                parts.meter());
        schedules = new Schedules(application, scheduler, delivery);
    }

    private void addBus(String name, String arn) {
        byName.put(name, new EventBus(name, arn));
    }

    @Override
    public JsonNode call(String operation, JsonNode request) {
        return api.call(operation, request);
    }

    /** Puts a whole event, such as one of an AWS service, on the default bus; returns at once. */
    public void publish(ObjectNode event) {
        put(named(DEFAULT), event);
    }

    /** Begins to fire schedules. */
    public void startSchedules() {
        schedules.start();
    }

    /** Fires no more schedules. */
    @Override
    public void close() {
        schedules.close();
    }

    void put(EventBus bus, ObjectNode event) {
        log.heard(bus.name(), event);
        scheduler.execute(() -> bus.matching(event).forEach(rule -> rule.targets()
                .forEach(target -> delivery.deliver(event, rule.arn(), target))));
    }

    Collection<EventBus> all() {
        return byName.values();
    }

    EventBus ofArn(String arn) {
        return named(arn.substring(arn.lastIndexOf('/') + 1));
    }

    EventBus named(String name) {
        var bus = byName.get(name);
        if (bus == null) {
            throw new AwsFailure(400, "ResourceNotFoundException",
                    "Event bus " + name + " does not exist.");
        }
        return bus;
    }
}
