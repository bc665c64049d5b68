package drivetrain.local.template;

import drivetrain.local.template.Reading.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The role of a function or workflow: the template's, or the one that SAM makes from
 * {@code Policies} and adds to for tracing, event sources and destinations (AWS SAM translator,
 * version 1.110).
 */
final class RoleReader {
    private final Reading reading;

    RoleReader(Reading reading) {
        this.reading = reading;
    }

    /** {@code AWS::IAM::Role}. */
    void declared(Resource resource) {
        reading.roles().declare(reading.names().arn(resource.id()), resource,
                reading.fields(resource));
    }

    /** {@code AWS::IAM::ManagedPolicy}: statements for the roles that name it. */
    void managedPolicy(Resource resource) {
        Fields fields = reading.fields(resource);
        fields.ignore("Description", "ManagedPolicyName", "Path");
        String arn = reading.names().arn(resource.id());
        fields.take("PolicyDocument").ifPresent(document -> reading.managedPolicies().put(arn,
                reading.policyReader().document(fields.owner(), document)));
        fields.done();
    }

    void function(Resource resource, String arn, Fields fields, List<Destination> sendsTo) {
        if (hasOwn(resource, arn, fields)) {
            return;
        }
        grant(arn, ManagedPolicies.named(ManagedPolicies.BASIC, resource.source()).stream());
        fields.text("Tracing").filter(mode -> !mode.equals("Disabled"))
                .ifPresent(mode -> tracing(resource, arn));
        grant(arn, sendsTo.stream().flatMap(to -> sending(to, resource.source()).stream()));
        grant(arn, reading.policyReader().policies(fields).stream());
    }

    void workflow(Resource resource, String arn, Fields fields) {
        if (hasOwn(resource, arn, fields)) {
            return;
        }
        fields.object("Tracing").filter(tracing -> tracing.flag("Enabled", false))
                .ifPresent(tracing -> tracing(resource, arn));
        grant(arn, reading.policyReader().policies(fields).stream());
    }

    /** What reading an event source takes, with the destination of what failed. */
    void source(String functionArn, String policy, Optional<Destination> onFailure,
            SourceLine source) {
        grant(functionArn, ManagedPolicies.named(policy, source).stream());
        grant(functionArn, onFailure.flatMap(to -> sending(to, source)).stream());
    }

    private boolean hasOwn(Resource resource, String actor, Fields fields) {
        Optional<String> own = fields.text("Role");
        own.ifPresentOrElse(
                role -> reading.roles().use(actor, resource.source(), resource.id(), role),
                () -> reading.roles().make(actor, resource.source(), resource.id()));
        own.ifPresent(role -> fields.ignore("Policies", "Tracing"));
        return own.isPresent();
    }

    private void tracing(Resource resource, String actor) {
        grant(actor, ManagedPolicies.named(ManagedPolicies.TRACING, resource.source()).stream());
    }

    private void grant(String actor, Stream<PolicyStatement> statements) {
        reading.roles().grant(actor, statements);
    }

    /** SAM grants the sending if the template says what kind of destination it is. */
    private static Optional<PolicyStatement> sending(Destination to, SourceLine source) {
        return Optional.ofNullable(switch (to.type()) {
            case "SQS" -> "sqs:SendMessage";
            case "SNS" -> "sns:Publish";
            case "EventBridge" -> "events:PutEvents";
            case "Lambda" -> "lambda:InvokeFunction";
            default -> null;
        }).map(action -> PolicyStatement.implied(source, List.of(action), to.arn()));
    }
}
