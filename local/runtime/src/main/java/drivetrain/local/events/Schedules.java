package drivetrain.local.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.ScheduleResource;
import drivetrain.states.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fires the schedules of the application, by the scheduler's clock. */
final class Schedules implements AutoCloseable {
    private final SamApplication application;
    private final Scheduler scheduler;
    private final Delivery delivery;
    private final List<Clockwork> clockworks = new ArrayList<>();
    private volatile boolean closed;

    private record Clockwork(ScheduleResource schedule, Timetable timetable) {}

    Schedules(SamApplication application, Scheduler scheduler, Delivery delivery) {
        this.application = application;
        this.scheduler = scheduler;
        this.delivery = delivery;
        application.schedules().stream().filter(ScheduleResource::enabled)
                .forEach(schedule -> clockworks.add(new Clockwork(schedule, timetable(schedule))));
    }

    private static Timetable timetable(ScheduleResource schedule) {
        try {
            return Timetable.of(schedule.expression(), schedule.zone());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    schedule.source() + ": " + malformed.getMessage(), malformed);
        }
    }

    void start() {
        clockworks.forEach(clockwork -> arm(clockwork, scheduler.now()));
    }

    @Override
    public void close() {
        closed = true;
    }

    private void arm(Clockwork clockwork, Instant last) {
        clockwork.timetable().next(last).ifPresent(next -> scheduler.schedule(
                Duration.between(scheduler.now(), next), () -> fire(clockwork, next)));
    }

    private void fire(Clockwork clockwork, Instant time) {
        if (!closed) {
            var schedule = clockwork.schedule();
            delivery.deliver(event(schedule, time), schedule.arn(), schedule.target());
            arm(clockwork, time);
        }
    }

    /** A rule sends an event; EventBridge Scheduler sends nothing but its input. */
    private ObjectNode event(ScheduleResource schedule, Instant time) {
        var event = JsonNodeFactory.instance.objectNode();
        if (schedule.scheduler()) {
            return event;
        }
        event.put("version", "0").put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event").put("source", "aws.events")
                .put("account", application.accountId())
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", application.region());
        event.putArray("resources").add(schedule.arn());
        event.putObject("detail");
        return event;
    }
}
