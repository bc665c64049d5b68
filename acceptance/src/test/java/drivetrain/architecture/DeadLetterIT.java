package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.QueueMapping;
import drivetrain.local.template.QueueResource;
import drivetrain.local.template.RuleTarget;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.StreamMapping;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be delivered ends in a dead-letter queue, never nowhere. */
class DeadLetterIT {
    private static final SamApplication APPLICATION = Project.application();
    private static final Map<String, QueueResource> QUEUES = APPLICATION.queues().stream()
            .collect(Collectors.toMap(QueueResource::arn, Function.identity()));
    private static final Map<String, FunctionResource> FUNCTIONS = APPLICATION.functions().stream()
            .collect(Collectors.toMap(FunctionResource::arn, Function.identity()));

    static Stream<Named<StreamMapping>> streamMappings() {
        return APPLICATION.streamMappings().stream().map(one -> Named.of(one.functionName(), one));
    }

    static Stream<Named<QueueMapping>> queueMappings() {
        return APPLICATION.queueMappings().stream().map(one -> Named.of(one.functionName(), one));
    }

    /** Whatever a rule or a schedule sends to. */
    static Stream<Named<RuleTarget>> targets() {
        return Stream.concat(
                APPLICATION.rules().stream().flatMap(rule -> rule.targets().stream()
                        .map(target -> Named.of(rule.logicalId(), target))),
                APPLICATION.schedules().stream()
                        .map(one -> Named.of(one.logicalId(), one.target())));
    }

    @ParameterizedTest
    @MethodSource("streamMappings")
    void aStreamRecordIsRetriedForATimeAloneAndThenKept(StreamMapping mapping) {
        assertIsQueue(mapping.functionName(), mapping.onFailureArn());
        assertThat(mapping.maximumRetryAttempts().isPresent()
                || mapping.maximumRecordAge().isPresent())
                .as("%s gives a record up before the stream forgets it", mapping.functionName())
                .isTrue();
        assertThat(mapping.reportBatchItemFailures() && mapping.bisectBatchOnError())
                .as("%s reports single failures and bisects, so that one bad record doesn't take"
                        + " its batch along", mapping.functionName())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void anEventThatCannotBeDeliveredIsKept(RuleTarget target) {
        assertIsQueue(target.source() + ", the target " + target.id(), target.deadLetterArn());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void anEventWhoseFunctionFailsIsKept(RuleTarget target) {
        FunctionResource function = FUNCTIONS.get(target.arn());
        if (function != null) {
            assertIsQueue(function.logicalId() + ", which is invoked asynchronously",
                    function.async().onFailureArn().or(function.async()::deadLetterArn));
        }
    }

    @ParameterizedTest
    @MethodSource("queueMappings")
    void aMessageThatCannotBeHandledIsKept(QueueMapping mapping) {
        QueueResource queue = QUEUES.get(mapping.queueArn());

        assertIsQueue(queue.logicalId(),
                queue.redrive().map(QueueResource.Redrive::deadLetterArn));
        assertThat(mapping.reportBatchItemFailures())
                .as("%s reports which messages of a batch failed", mapping.functionName())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("queueMappings")
    void aMessageStaysHiddenWhileItsFunctionMayStillRun(QueueMapping mapping) {
        QueueResource queue = QUEUES.get(mapping.queueArn());
        FunctionResource function = APPLICATION.functions().stream()
                .filter(one -> one.name().equals(mapping.functionName())).findFirst()
                .orElseThrow();

        assertThat(queue.visibilityTimeout())
                .as("visibility timeout of %s, six times the function's timeout", queue.name())
                .isGreaterThanOrEqualTo(function.timeout().multipliedBy(6));
    }

    @Test
    void deadLettersAreKeptAsLongAsAQueueCan() {
        Stream<String> deadLetterQueues = Stream.of(
                streamMappings().map(one -> one.getPayload().onFailureArn()),
                targets().map(one -> one.getPayload().deadLetterArn()),
                QUEUES.values().stream().map(queue -> queue.redrive()
                        .map(QueueResource.Redrive::deadLetterArn)))
                .flatMap(arns -> arns.flatMap(Optional::stream));

        assertThat(deadLetterQueues.distinct().map(QUEUES::get)).isNotEmpty().allSatisfy(
                queue -> assertThat(queue.messageRetention().toDays()).as(queue.name())
                        .isEqualTo(14));
    }

    private static void assertIsQueue(String edge, Optional<String> deadLetterArn) {
        assertThat(deadLetterArn).as("the dead-letter queue of %s", edge)
                .hasValueSatisfying(arn -> assertThat(QUEUES).containsKey(arn));
    }
}
