package drivetrain.local.template;

import drivetrain.local.template.Reading.Resource;

/** {@code AWS::Events::EventBus}. */
final class EventBusReader {
    private final Reading reading;

    EventBusReader(Reading reading) {
        this.reading = reading;
    }

    void read(Resource resource) {
        Fields fields = reading.fields(resource);
        fields.ignore("Name", "Description", "KmsKeyIdentifier", "Policy", "Tags", "LogConfig");
        fields.done();
        reading.eventBuses().add(new EventBusResource(resource.source(), resource.id(),
                reading.names().physicalName(resource.id()), reading.names().arn(resource.id())));
    }
}
