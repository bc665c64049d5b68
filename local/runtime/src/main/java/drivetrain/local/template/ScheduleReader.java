package drivetrain.local.template;

import drivetrain.local.template.Reading.Resource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** {@code AWS::Scheduler::Schedule}, and the events {@code Schedule} and {@code ScheduleV2}. */
final class ScheduleReader {
    private final Reading reading;

    ScheduleReader(Reading reading) {
        this.reading = reading;
    }

    void read(Resource resource) {
        Fields fields = reading.fields(resource);
        String name = reading.names().physicalName(resource.id());
        fields.object("Target").ifPresentOrElse(target -> {
            RuleTarget to = new TargetReader().read(target, resource.id(), target.required("Arn"));
            reading.roles().use(arn(name), target.source(), resource.id(),
                    target.required("RoleArn"));
            target.done();
            schedule(resource.id(), name, fields, to);
        }, () -> fields.problem("has no Target"));
        fields.done();
    }

    /** An event {@code Schedule}: a rule of the default bus. */
    void ruleOf(String id, Fields event, String targetArn) {
        String name = event.text("Name").orElse(reading.options().stackName() + "-" + id);
        boolean enabled = event.flag("Enabled", true) && isEnabled(event);
        RuleTarget target = new TargetReader().read(event, id, targetArn);
        reading.schedules()
                .add(new ScheduleResource(event.source(), id, name,
                        reading.options().arn("events", "rule/" + name), expression(event,
                                "Schedule"),
                        ZoneOffset.UTC, enabled, false, target));
        String arn = reading.options().arn("events", "rule/" + name);
        new PermissionReader(reading).ofRule(id, event.source(), arn, id, targetArn);
        event.ignore("Description", "RoleArn");
    }

    /** An event {@code ScheduleV2}: a schedule of EventBridge Scheduler. */
    void scheduleOf(String id, Fields event, String targetArn) {
        String name = event.text("Name").orElse(reading.options().stackName() + "-" + id);
        RuleTarget target = new TargetReader().read(event, id, targetArn);
        new PermissionReader(reading).ofSchedule(id, arn(name), event, target);
        schedule(id, name, event, target);
    }

    private void schedule(String id, String name, Fields fields, RuleTarget target) {
        reading.schedules()
                .add(new ScheduleResource(fields.source(), id, name,
                        arn(name),
                        expression(fields, "ScheduleExpression"), zone(fields), isEnabled(fields),
                        true, target));
        fields.ignore("Name", "Description", "FlexibleTimeWindow", "GroupName", "RoleArn",
                "PermissionsBoundary", "KmsKeyArn", "OmitName");
    }

    private String arn(String name) {
        return reading.options().arn("scheduler", "schedule/default/" + name);
    }

    private static boolean isEnabled(Fields fields) {
        return fields.text("State", "ENABLED").equals("ENABLED");
    }

    private static String expression(Fields fields, String property) {
        String expression = fields.required(property);
        if (!expression.isEmpty() && !expression.matches("(rate|cron|at)\\(.+\\)")) {
            fields.problem("has a schedule that isn't rate(…), cron(…) or at(…): " + expression);
        }
        return expression;
    }

    private static ZoneId zone(Fields fields) {
        String name = fields.text("ScheduleExpressionTimezone", "UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            fields.problem("has an unknown time zone: " + e.getMessage());
            return ZoneOffset.UTC;
        }
    }
}
