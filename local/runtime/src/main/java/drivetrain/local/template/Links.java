package drivetrain.local.template;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that everything that the resources point at is there. */
final class Links {
    private final Reading reading;
    private final Set<String> known = new HashSet<>();

    private Links(Reading reading) {
        this.reading = reading;
        reading.functions().forEach(function -> known.add(function.arn()));
        reading.queues().forEach(queue -> known.add(queue.arn()));
        reading.workflows().forEach(workflow -> known.add(workflow.arn()));
        reading.eventBuses().forEach(bus -> known.add(bus.arn()));
        reading.tables().forEach(table -> table.streamArn().ifPresent(known::add));
        known.add(reading.options().arn("events", "event-bus/default"));
    }

    static void check(Reading reading) {
        Links links = new Links(reading);
        links.targets();
        links.mappings();
        links.buses();
        reading.functions().forEach(function -> Stream
                .of(function.async().deadLetterArn(), function.async().onFailureArn(),
                        function.async().onSuccessArn())
                .flatMap(Optional::stream).forEach(arn -> links.require(arn, function.source())));
        reading.queues().forEach(queue -> queue.redrive()
                .ifPresent(redrive -> links.require(redrive.deadLetterArn(), queue.source())));
    }

    private void targets() {
        Stream.concat(reading.rules().stream().map(RuleResource::targets).flatMap(List::stream),
                reading.schedules().stream().map(ScheduleResource::target)).forEach(target -> {
                    require(target.arn(), target.source());
                    target.deadLetterArn().ifPresent(arn -> require(arn, target.source()));
                });
    }

    private void mappings() {
        reading.streamMappings().forEach(mapping -> {
            require(mapping.streamArn(), mapping.source());
            mapping.onFailureArn().ifPresent(arn -> require(arn, mapping.source()));
        });
        reading.queueMappings().forEach(mapping -> require(mapping.queueArn(), mapping.source()));
    }

    private void buses() {
        Collection<String> names = new HashSet<>(List.of("default"));
        reading.eventBuses().forEach(bus -> names.add(bus.name()));
        reading.rules().stream().filter(rule -> !names.contains(rule.busName()))
                .forEach(rule -> reading.problems().add(rule.source(),
                        "the event bus " + rule.busName() + " isn't in the template"));
    }

    private void require(String arn, SourceLine source) {
        String unqualified = arn.replaceFirst("(:function:[^:]+):.*", "$1");
        if (!arn.isEmpty() && !known.contains(unqualified)) {
            reading.problems().add(source,
                    arn + " isn't a function, queue, stream, workflow or bus of the template");
        }
    }
}
