package drivetrain.local.template;

import drivetrain.local.template.ApiResource.Throttling;
import drivetrain.local.template.Reading.Resource;
import drivetrain.local.template.UsagePlan.Period;
import drivetrain.local.template.UsagePlan.Quota;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code AWS::ApiGateway::UsagePlan}, {@code ApiKey} and {@code UsagePlanKey}, which may come in any
 * order; {@link #apply} puts them together. A key without a value of its own gets one that is the
 * same at every start.
 */
final class UsagePlanReader {
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Plan> plans = new HashMap<>();
    private final List<Member> members = new ArrayList<>();

    /** A plan without its keys, and the stages that it is for, as {@code api/stage}. */
    private record Plan(UsagePlan plan, Set<String> stages) {}

    private record Member(SourceLine source, String key, String plan) {}

    void readKey(Resource resource, Reading reading) {
        Fields fields = reading.fields(resource);
        String name = reading.names().physicalName(resource.id());
        String value = fields.text("Value", Names.uuid(reading.options().stackName() + "/"
                + resource.id()).toString().replace("-", ""));
        if (!value.matches("[A-Za-z0-9+/=_-]{20,128}")) {
            fields.problem("must have a Value of 20 to 128 characters");
        }
        if (fields.flag("Enabled", false)) {
            keys.put(name, value);
        }
        fields.ignore("Name", "Description", "CustomerId", "GenerateDistinctId", "Tags");
        fields.done();
    }

    void readPlan(Resource resource, Reading reading) {
        Fields fields = reading.fields(resource);
        String name = reading.names().physicalName(resource.id());
        Set<String> stages = new TreeSet<>();
        fields.list("ApiStages").orElse(List.of()).forEach(node -> {
            Fields stage = new Fields(node, fields.owner() + ".ApiStages", reading.problems());
            stages.add(stage.required("ApiId") + "/" + stage.required("Stage"));
            stage.done();
        });
        plans.put(name, new Plan(new UsagePlan(name, throttling(fields), quota(fields), Set.of()),
                stages));
        fields.ignore("UsagePlanName", "Description", "Tags");
        fields.done();
    }

    private static Throttling throttling(Fields fields) {
        return fields.object("Throttle").map(throttle -> {
            int rate = throttle.integer("RateLimit", 1, 10_000,
                    (int) Throttling.DEFAULT.ratePerSecond());
            int burst = throttle.integer("BurstLimit", 1, 5_000, Throttling.DEFAULT.burst());
            throttle.done();
            return new Throttling(rate, burst);
        }).orElse(Throttling.DEFAULT);
    }

    private static Optional<Quota> quota(Fields fields) {
        return fields.object("Quota").map(quota -> {
            int limit = quota.integer("Limit", 1, 999_999_999, 1);
            String period = quota.required("Period");
            quota.done();
            if (!period.matches("DAY|WEEK|MONTH")) {
                quota.problem("must have a Period of DAY, WEEK or MONTH");
                return new Quota(limit, Period.DAY);
            }
            return new Quota(limit, Period.valueOf(period));
        });
    }

    void readMember(Resource resource, Reading reading) {
        Fields fields = reading.fields(resource);
        if (!fields.required("KeyType").equals("API_KEY")) {
            fields.problem("must have the KeyType API_KEY");
        }
        members.add(new Member(resource.source(), fields.required("KeyId"),
                fields.required("UsagePlanId")));
        fields.done();
    }

    /** Gives each API the plans of its stage. */
    void apply(Reading reading) {
        members.stream().filter(member -> !plans.containsKey(member.plan()))
                .forEach(member -> reading.problems().add(member.source(),
                        member.plan() + " isn't a usage plan of the template"));
        reading.apis().replaceAll(api -> api.withUsagePlans(plans.entrySet().stream()
                .filter(entry -> entry.getValue().stages()
                        .contains(api.id() + "/" + api.stage()))
                .map(entry -> withKeys(entry.getKey(), entry.getValue().plan())).toList()));
    }

    private UsagePlan withKeys(String name, UsagePlan plan) {
        Set<String> values = new TreeSet<>();
        members.stream().filter(member -> member.plan().equals(name))
                .filter(member -> keys.containsKey(member.key()))
                .forEach(member -> values.add(keys.get(member.key())));
        return new UsagePlan(plan.name(), plan.throttling(), plan.quota(), values);
    }
}
