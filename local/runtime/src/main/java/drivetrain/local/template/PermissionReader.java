package drivetrain.local.template;

import drivetrain.local.template.Reading.Resource;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What services may do with functions, workflows and queues: {@code AWS::Lambda::Permission},
 * {@code AWS::SQS::QueuePolicy}, and what SAM makes of events (AWS SAM translator, version 1.110).
 */
final class PermissionReader {
    private static final String SOURCE_ARN = "aws:SourceArn";
    private static final String INVOKE = "lambda:InvokeFunction";
    private static final String EVENTS = "events.amazonaws.com";

    private final Reading reading;

    PermissionReader(Reading reading) {
        this.reading = reading;
    }

    /** {@code AWS::Lambda::Permission}. */
    void permission(Resource resource) {
        Fields fields = reading.fields(resource);
        String function = fields.required("FunctionName");
        String arn = function.startsWith("arn:")
                ? function
                : reading.options().arn("lambda", "function:" + function);
        Optional<String> account = fields.text("SourceAccount");
        List<PolicyCondition> conditions = fields.text("SourceArn")
                .map(source -> new PolicyCondition("ArnLike", SOURCE_ARN, List.of(source)))
                .or(() -> account.map(id -> new PolicyCondition("StringEquals",
                        "aws:SourceAccount", List.of(id))))
                .map(List::of).orElse(List.of());
        reading.resourcePolicies().add(new PolicyStatement(fields.source(), true,
                List.of(fields.required("Principal")), List.of(fields.required("Action")),
                List.of(arn), conditions, false));
        fields.done();
    }

    /** {@code AWS::SQS::QueuePolicy}: it says nothing about queues that it isn't attached to. */
    void queuePolicy(Resource resource) {
        Fields fields = reading.fields(resource);
        Set<String> queues = fields.list("Queues").orElse(List.of()).stream()
                .filter(YamlScalar.class::isInstance)
                .map(url -> ((YamlScalar) url).text())
                .map(url -> reading.options().arn("sqs", url.substring(url.lastIndexOf('/') + 1)))
                .collect(Collectors.toUnmodifiableSet());
        fields.take("PolicyDocument").ifPresent(document -> reading.policyReader()
                .document(fields.owner(), document).forEach(statement -> {
                    if (!queues.containsAll(statement.resources())) {
                        reading.problems().add(statement.source(), fields.owner()
                                + " speaks of a resource that isn't one of its Queues");
                    }
                    reading.resourcePolicies().add(statement);
                }));
        fields.done();
    }

    /** What SAM makes besides of a route: the API may invoke the function. */
    void ofRoute(ApiRoute route) {
        String api = route.apiId().isEmpty()
                ? reading.names().apiId(ApiRoutes.IMPLICIT_API)
                : route.apiId();
        String method = route.method().toUpperCase(Locale.ROOT).replace("ANY", "*");
        String path = route.path().replaceFirst("(.)/$", "$1").replaceAll("\\{[^}]*}", "*");
        String source = reading.options().arn("execute-api", api + "/*/" + method + path);
        invocation(route.source(), "apigateway.amazonaws.com", source, route.functionArn());
    }

    /** What SAM makes besides of a rule: it may invoke the function, or start the workflow. */
    void ofRule(String id, SourceLine line, String ruleArn, String targetId, String targetArn) {
        if (targetArn.contains(":function:")) {
            invocation(line, EVENTS, ruleArn, targetArn);
            return;
        }
        String actor = AccessRules.target(ruleArn, targetId);
        reading.roles().make(actor, line, id);
        reading.roles().grant(actor, List.of(starting(line, targetArn)).stream());
    }

    /** The role that SAM makes for a schedule. */
    void ofSchedule(String id, String scheduleArn, Fields event, RuleTarget target) {
        Optional<String> own = event.text("RoleArn");
        if (own.isPresent()) {
            reading.roles().use(scheduleArn, event.source(), id, own.get());
            return;
        }
        reading.roles().make(scheduleArn, event.source(), id);
        reading.roles().grant(scheduleArn, List.of(target.arn().contains(":function:")
                ? PolicyStatement.implied(event.source(), List.of(INVOKE), target.arn())
                : starting(event.source(), target.arn())).stream());
        reading.roles().grant(scheduleArn, target.deadLetterArn().stream().map(
                queue -> PolicyStatement.implied(event.source(), List.of("sqs:SendMessage"),
                        queue)));
    }

    private static PolicyStatement starting(SourceLine line, String workflowArn) {
        return PolicyStatement.implied(line, List.of("states:StartExecution"), workflowArn);
    }

    private void invocation(SourceLine line, String service, String sourceArn,
            String functionArn) {
        reading.resourcePolicies().add(new PolicyStatement(line, true, List.of(service),
                List.of(INVOKE), List.of(functionArn),
                List.of(new PolicyCondition("ArnLike", SOURCE_ARN, List.of(sourceArn))), true));
    }
}
