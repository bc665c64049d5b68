package drivetrain.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.template.AccessRules;
import drivetrain.local.template.ApiResource;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.RuleTarget;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.ScheduleResource;
import drivetrain.local.template.SourceLine;
import drivetrain.local.template.StreamMapping;
import drivetrain.local.template.TemplateException;
import drivetrain.local.template.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The edges of the application that AWS's services walk by themselves: routes, rules, schedules,
 * event sources, destinations. What each needs is known before anything runs, so that a missing
 * permission is a problem of the template; deployed, some of them would fail only when the first
 * event is lost.
 */
final class Edges {
    private static final String EVENTS = "events.amazonaws.com";
    private static final Pattern FUNCTION = Pattern.compile("/functions/(arn:[^/]+)/invocations");
    private static final Map<String, String> SENDING = Map.of("sqs", "sqs:SendMessage", "lambda",
            "lambda:InvokeFunction", "events", "events:PutEvents", "states",
            "states:StartExecution", "sns", "sns:Publish");

    private final SamApplication application;
    private final Permissions permissions;
    private final List<TemplateProblem> problems = new ArrayList<>();

    private Edges(SamApplication application, Permissions permissions) {
        this.application = application;
        this.permissions = permissions;
    }

    /**
     * Looks at all of them.
     *
     * @throws TemplateException
     *             naming every permission that is missing
     */
    static void check(SamApplication application, Permissions permissions) {
        Edges edges = new Edges(application, permissions);
        application.functions().forEach(edges::destinations);
        application.streamMappings().forEach(edges::stream);
        application.queueMappings().forEach(mapping -> edges.role(
                edges.functionArn(mapping.functionName()), mapping.queueArn(), mapping.source(),
                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")));
        application.rules().forEach(rule -> rule.targets()
                .forEach(target -> edges.target(rule.arn(), target)));
        application.schedules().forEach(edges::schedule);
        application.apis().forEach(edges::api);
        if (!edges.problems.isEmpty()) {
            throw new TemplateException(edges.problems);
        }
    }

    private void destinations(FunctionResource function) {
        Stream.of(function.async().onSuccessArn(), function.async().onFailureArn(),
                function.async().deadLetterArn()).flatMap(Optional::stream)
                .forEach(arn -> role(function.arn(), arn, function.source(), sending(arn)));
    }

    private void stream(StreamMapping mapping) {
        String function = functionArn(mapping.functionName());
        role(function, mapping.streamArn(), mapping.source(), List.of("dynamodb:DescribeStream",
                "dynamodb:GetRecords", "dynamodb:GetShardIterator"));
        role(function, "*", mapping.source(), List.of("dynamodb:ListStreams"));
        mapping.onFailureArn()
                .ifPresent(arn -> role(function, arn, mapping.source(), sending(arn)));
    }

    private void schedule(ScheduleResource schedule) {
        if (!schedule.scheduler()) {
            target(schedule.arn(), schedule.target());
            return;
        }
        RuleTarget target = schedule.target();
        role(schedule.arn(), target.arn(), target.source(), sending(target.arn()));
        target.deadLetterArn().ifPresent(
                queue -> role(schedule.arn(), queue, target.source(), sending(queue)));
    }

    /** Functions and queues let a rule in themselves, unless its target has a role. */
    private void target(String ruleArn, RuleTarget target) {
        String actor = AccessRules.target(ruleArn, target.id());
        boolean hasRole = permissions.roleArn(actor).isPresent();
        if (hasRole || !List.of("lambda", "sqs").contains(service(target.arn()))) {
            role(actor, target.arn(), target.source(), sending(target.arn()));
        } else {
            letIn(EVENTS, ruleArn, target.arn(), target.source());
        }
        target.deadLetterArn().ifPresent(queue -> letIn(EVENTS, ruleArn, queue, target.source()));
    }

    private void api(ApiResource api) {
        String root = "arn:aws:execute-api:" + application.region() + ":"
                + application.accountId() + ":" + api.id() + "/";
        api.definition().path("paths").properties().forEach(path -> path.getValue().properties()
                .forEach(operation -> integration(api, root + api.stage() + "/"
                        + method(operation.getKey()) + path.getKey(),
                        operation.getValue().path("x-amazon-apigateway-integration"))));
        api.definition().at("/components/securitySchemes").properties()
                .forEach(scheme -> function(scheme.getValue()
                        .at("/x-amazon-apigateway-authorizer/authorizerUri"))
                        .ifPresent(arn -> letIn("apigateway.amazonaws.com",
                                root + "authorizers/" + scheme.getKey(), arn, api.source())));
    }

    private static String method(String operation) {
        return operation.startsWith("x-") ? "*" : operation.toUpperCase(Locale.ROOT);
    }

    /** An integration with credentials goes by its role. */
    private void integration(ApiResource api, String route, JsonNode integration) {
        if (!integration.has("credentials")) {
            function(integration.path("uri")).ifPresent(
                    arn -> letIn("apigateway.amazonaws.com", route, arn, api.source()));
        }
    }

    private static Optional<String> function(JsonNode uri) {
        return Optional.of(FUNCTION.matcher(uri.asText())).filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** A permission of a function says nothing of its aliases. */
    private void letIn(String service, String sourceArn, String resource, SourceLine line) {
        sending(resource).stream().filter(action -> !permissions.letIn(service, new Access(action,
                resource, Map.of("aws:SourceArn", sourceArn, "aws:SourceAccount",
                        application.accountId()))))
                .forEach(action -> problem(line, service + " may not " + action + " on " + resource
                        + " for " + sourceArn + "; its "
                        + (service(resource).equals("sqs")
                                ? "AWS::SQS::QueuePolicy"
                                : "AWS::Lambda::Permission")
                        + " is missing"));
    }

    private void role(String actor, String resource, SourceLine line, List<String> actions) {
        actions.stream().filter(action -> !permissions.allow(actor, Access.to(action, resource)))
                .forEach(action -> problem(line, "the role of " + actor + " may not " + action
                        + " on " + resource));
    }

    private void problem(SourceLine line, String message) {
        problems.add(new TemplateProblem(line, message));
    }

    private String functionArn(String name) {
        return new CallAccess(application.region(), application.accountId())
                .arn("lambda", "function:" + name);
    }

    private static List<String> sending(String arn) {
        return Optional.ofNullable(SENDING.get(service(arn))).map(List::of).orElse(List.of());
    }

    private static String service(String arn) {
        return arn.split(":", 4)[2];
    }
}
