package drivetrain.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the resources of a stack are called, by their logical ids in the template. */
public final class Resources {
    private final List<Resource> all;

    /** Those that scenarios ask for. */
    public enum Kind {
        /** Called by its name. */
        FUNCTION,
        /** Called by its name. */
        TABLE,
        /** Called by its URL. */
        QUEUE,
        /** Called by its ARN. */
        WORKFLOW
    }

    /**
     * One of them.
     *
     * @param name
     *            its logical id, or a name with the logical id in it, between hyphens
     * @param id
     *            what AWS's APIs call it
     */
    public record Resource(Kind kind, String name, String id) {
        private boolean isCalled(String logicalId) {
            return Pattern.matches("(.*-)?" + Pattern.quote(logicalId) + "(-.*)?", name);
        }
    }

    public Resources(List<Resource> all) {
        this.all = List.copyOf(all);
    }

    /** All that there is where these clients look, which had better be one stack. */
    static Resources listed(LambdaClient functions, DynamoDbClient tables, SqsClient queues,
            SfnClient workflows) {
        List<Resource> all = new ArrayList<>();
        functions.listFunctionsPaginator().functions().forEach(function -> all.add(new Resource(
                Kind.FUNCTION, function.functionName(), function.functionName())));
        tables.listTablesPaginator().tableNames()
                .forEach(table -> all.add(new Resource(Kind.TABLE, table, table)));
        queues.listQueuesPaginator().queueUrls().forEach(url -> all.add(
                new Resource(Kind.QUEUE, url.substring(url.lastIndexOf('/') + 1), url)));
        workflows.listStateMachinesPaginator().stateMachines().forEach(workflow -> all.add(
                new Resource(Kind.WORKFLOW, workflow.name(), workflow.stateMachineArn())));
        return new Resources(all);
    }

    /**
     * What a resource is called.
     *
     * @throws IllegalStateException
     *             if there is none, or more than one that could be meant
     */
    String id(Kind kind, String logicalId) {
        List<String> ids = all.stream()
                .filter(one -> one.kind() == kind && one.isCalled(logicalId)).map(Resource::id)
                .toList();
        if (ids.size() != 1) {
            throw new IllegalStateException("For the " + kind + " " + logicalId + " there are "
                    + ids + "; of several stacks in one place, -Dstack.name= chooses one");
        }
        return ids.getFirst();
    }

    /** What all resources of a kind are called. */
    List<String> ids(Kind kind) {
        return all.stream().filter(one -> one.kind() == kind).map(Resource::id).toList();
    }
}
