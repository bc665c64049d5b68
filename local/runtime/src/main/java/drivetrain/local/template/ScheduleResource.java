package drivetrain.local.template;

import java.time.ZoneId;

/**
 * A rule or schedule that fires by time.
 *
 * @param expression
 *            {@code rate(…)}, {@code cron(…)} or {@code at(…)}
 * @param scheduler
 *            whether it is EventBridge Scheduler's ({@code ScheduleV2}), which sends an empty
 *            object unless it has an input, rather than a rule's "Scheduled Event"
 */
public record ScheduleResource(SourceLine source, String logicalId, String name, String arn,
        String expression, ZoneId zone, boolean enabled, boolean scheduler, RuleTarget target) {}
