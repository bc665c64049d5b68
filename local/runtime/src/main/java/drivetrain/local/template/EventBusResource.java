package drivetrain.local.template;

/** An EventBridge event bus of the template; the bus {@code default} exists besides. */
public record EventBusResource(SourceLine source, String logicalId, String name, String arn) {}
