package drivetrain.local.template;

import drivetrain.local.template.RuleTarget.FixedInput;
import drivetrain.local.template.RuleTarget.PartOfEvent;
import drivetrain.local.template.RuleTarget.TargetInput;
import drivetrain.local.template.RuleTarget.TransformedEvent;
import drivetrain.local.template.RuleTarget.WholeEvent;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The target of a rule or schedule: what it gets, how often it is tried, and where failures go. */
final class TargetReader {
    private static final int DAY_IN_SECONDS = 86_400;

    RuleTarget read(Fields target, String id, String arn) {
        TargetInput input = input(target);
        Optional<Fields> retry = target.object("RetryPolicy");
        int attempts = retry.map(policy -> policy.integer("MaximumRetryAttempts", 0,
                RuleTarget.DEFAULT_RETRY_ATTEMPTS, RuleTarget.DEFAULT_RETRY_ATTEMPTS))
                .orElse(RuleTarget.DEFAULT_RETRY_ATTEMPTS);
        Duration age = retry.map(policy -> policy.seconds("MaximumEventAgeInSeconds", 60,
                DAY_IN_SECONDS, DAY_IN_SECONDS)).orElse(RuleTarget.DEFAULT_EVENT_AGE);
        retry.ifPresent(Fields::done);
        return new RuleTarget(target.source(), id, arn, input, attempts, age, deadLetter(target),
                group(target));
    }

    private static Optional<String> deadLetter(Fields target) {
        return target.object("DeadLetterConfig").map(config -> {
            String arn = config.required("Arn");
            config.done();
            return arn;
        });
    }

    private static Optional<String> group(Fields target) {
        return target.object("SqsParameters").flatMap(parameters -> {
            Optional<String> group = parameters.text("MessageGroupId");
            parameters.done();
            return group;
        });
    }

    private static TargetInput input(Fields target) {
        Optional<String> fixed = target.text("Input");
        Optional<String> path = target.text("InputPath");
        Optional<TargetInput> transformed = target.object("InputTransformer")
                .map(TargetReader::transformer);
        return transformed.or(() -> fixed.map(FixedInput::new)).or(() -> path.map(PartOfEvent::new))
                .orElseGet(WholeEvent::new);
    }

    private static TargetInput transformer(Fields transformer) {
        Map<String, String> paths = new LinkedHashMap<>();
        transformer.map("InputPathsMap").forEach((name, node) -> {
            if (node instanceof YamlScalar path) {
                paths.put(name, path.text());
            }
        });
        TargetInput input = new TransformedEvent(paths, transformer.required("InputTemplate"));
        transformer.done();
        return input;
    }
}
